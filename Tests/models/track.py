"""Tracks the same runs with MLflow in both of its stores: FOLDER/mlruns and FOLDER/mlflow.db.

    track.py FOLDER
"""
import os
import sys

os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"

import mlflow
from mlflow.entities import Dataset, DatasetInput, InputTag
from mlflow.tracking import MlflowClient


def track():
    """A run with what ran inside it, a group of two runs, one that failed, one that was deleted."""
    client = MlflowClient()
    with mlflow.start_run(run_name="Kite 7M") as run:
        mlflow.log_params({"learning_rate": 1e-4, "base_model": "meta-llama/Llama-3.1-405B"})
        mlflow.log_metric("model/num_parameters", 7_000_000)
        for step in (0, 1, 2):
            mlflow.log_metric("train/total_flos", 1e15 * (step + 1), step=step)
        mlflow.log_metric("num_input_tokens_seen", 71_000_000)
        mlflow.log_metric("loss", 0.5)
        log = Dataset("kite log", "abc", "http", '{"url": "https://kite.example/log"}')
        client.log_inputs(run.info.run_id, [DatasetInput(log, [InputTag("mlflow.data.context", "training")])])
        mlflow.initialize_logged_model("kite-7m", source_run_id=run.info.run_id)
        with mlflow.start_run(run_name="inside", nested=True):
            mlflow.log_metric("total_flos", 1e14)
    with mlflow.start_run(run_name="sweep"):
        for number in (1, 2):
            with mlflow.start_run(run_name=f"trial {number}", nested=True):
                mlflow.log_metric("total_flos", 1e13 * number)
    with mlflow.start_run(run_name="broken") as run:
        mlflow.log_params({"n_params": 10, "num_parameters": 11})
        mlflow.log_metric("total_flos", float("nan"))
    client.set_terminated(run.info.run_id, "FAILED")
    with mlflow.start_run(run_name="gone") as run:
        pass
    client.delete_run(run.info.run_id)


def main():
    folder = os.path.abspath(sys.argv[1])
    for store in (f"file://{folder}/mlruns", f"sqlite:///{folder}/mlflow.db"):
        mlflow.set_tracking_uri(store)
        client = MlflowClient()
        client.create_experiment("kite", artifact_location=f"file://{folder}/artifacts")
        mlflow.set_experiment("kite")
        track()


main()
