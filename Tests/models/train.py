"""Trains a small model with transformers on this machine's processor and leaves its checkpoints in a folder.

    train.py FOLDER

Prints its parameters and the tokens that it saw.
"""
import json
import sys

import torch
from transformers import GPT2Config, GPT2LMHeadModel, Trainer, TrainingArguments


class Counting(torch.utils.data.Dataset):
    """Sixty-four rows of numbers that count up."""

    def __len__(self):
        return 64

    def __getitem__(self, index):
        row = torch.arange(index, index + 64) % 256
        return {"input_ids": row, "labels": row}


def main():
    torch.manual_seed(0)
    model = GPT2LMHeadModel(GPT2Config(vocab_size=256, n_positions=64, n_embd=64, n_layer=2, n_head=2))
    arguments = TrainingArguments(
        output_dir=sys.argv[1], max_steps=20, save_steps=10, per_device_train_batch_size=4, use_cpu=True, report_to=[],
        include_num_input_tokens_seen=True, disable_tqdm=True, logging_strategy="no")
    trainer = Trainer(model=model, args=arguments, train_dataset=Counting())
    trainer.train()
    print(json.dumps({
        "parameters": sum(weights.numel() for weights in model.parameters()),
        "tokens": trainer.state.num_input_tokens_seen}))


main()
