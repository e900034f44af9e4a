"""Documents of other standards: read, checked and written again by the libraries of those standards."""
import json
import pathlib
import warnings

from refused import Refused


def cyclonedx(text):
    from cyclonedx.model.bom import Bom
    from cyclonedx.output.json import JsonV1Dot7
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    error = JsonStrictValidator(SchemaVersion.V1_7).validate_str(text)
    if error:
        raise Refused(str(error)[:500])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return JsonV1Dot7(Bom.from_json(json.loads(text))).output_as_string()


def spdx(text):
    import io

    from spdx_python_model import v3_0_1 as model

    objects = model.SHACLObjectSet()
    model.JSONLDDeserializer().read(io.StringIO(text), objects)
    if objects.missing_ids:
        raise Refused(f"not in the document: {sorted(objects.missing_ids)[:5]}")
    written = io.BytesIO()
    model.JSONLDSerializer().write(objects, written)
    return written.getvalue().decode()


def openlineage(text):
    from openlineage.client import event_v2, facet_v2
    from openlineage.client.serde import Serde

    bases = {
        "run": facet_v2.RunFacet, "job": facet_v2.JobFacet, "dataset": facet_v2.DatasetFacet,
        "input": facet_v2.InputDatasetFacet, "output": facet_v2.OutputDatasetFacet,
    }
    standard = {
        "nominalTime": facet_v2.nominal_time_run.NominalTimeRunFacet,
        "datasetType": facet_v2.dataset_type_dataset.DatasetTypeDatasetFacet,
        "version": facet_v2.dataset_version_dataset.DatasetVersionDatasetFacet,
    }

    def facets(found, kind):
        made = {}
        for name, facet in (found or {}).items():
            members = {key: value for key, value in facet.items() if not key.startswith("_")}
            producer = facet["_producer"]
            if name in standard:
                made[name] = standard[name](**members, producer=producer)
                if made[name]._schemaURL != facet["_schemaURL"]:
                    raise Refused(f"{name}: {facet['_schemaURL']}")
            else:
                made[name] = bases[kind](producer=producer).with_additional_properties(**members)
                made[name]._schemaURL = facet["_schemaURL"]
        return made

    def dataset(found, kind, **more):
        return kind(found["namespace"], found["name"], facets=facets(found.get("facets"), "dataset"), **more)

    def job(found):
        return event_v2.Job(found["namespace"], found["name"], facets(found.get("facets"), "job"))

    lines = []
    for line in text.splitlines():
        event = json.loads(line)
        common = {"eventTime": event["eventTime"], "producer": event["producer"]}
        if "run" in event:
            made = event_v2.RunEvent(
                eventType=event_v2.RunState[event["eventType"]],
                run=event_v2.Run(event["run"]["runId"], facets(event["run"].get("facets"), "run")),
                job=job(event["job"]),
                inputs=[
                    dataset(d, event_v2.InputDataset, inputFacets=facets(d.get("inputFacets"), "input"))
                    for d in event["inputs"]
                ],
                outputs=[
                    dataset(d, event_v2.OutputDataset, outputFacets=facets(d.get("outputFacets"), "output"))
                    for d in event["outputs"]
                ],
                **common,
            )
        elif "dataset" in event:
            made = event_v2.DatasetEvent(dataset=dataset(event["dataset"], event_v2.StaticDataset), **common)
        else:
            made = event_v2.JobEvent(job=job(event["job"]), **common)
        if made.schemaURL != event["schemaURL"]:
            raise Refused(f"{event['schemaURL']} is not {made.schemaURL}")
        lines.append(Serde.to_json(made))
    return "".join(line + "\n" for line in lines)


def prov(text):
    from prov.model import ProvDocument

    document = ProvDocument.deserialize(content=text)
    again = document.serialize()
    if ProvDocument.deserialize(content=again) != document:
        raise Refused("it does not come back equal")
    return again


def others_cyclonedx(path):
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component, ComponentType, Pedigree
    from cyclonedx.model.contact import OrganizationalEntity
    from cyclonedx.output.json import JsonV1Dot7

    model = ComponentType.MACHINE_LEARNING_MODEL
    base = Component(name="meta-llama/Llama-3.1-405B", type=model)
    own = Component(
        name="Kite 7B", type=model, bom_ref="kite", pedigree=Pedigree(ancestors=[base]),
        supplier=OrganizationalEntity(name="Kite Works"),
    )
    bom = Bom(components=[own, Component(name="libkite", type=ComponentType.LIBRARY)])
    path.write_text(JsonV1Dot7(bom).output_as_string(), encoding="utf-8")


def others_spdx(path):
    import datetime

    from spdx_python_model import v3_0_1 as model

    names = "https://kite.example/"
    who = model.Organization(spdxId=names + "who", name="Kite Works")
    info = model.CreationInfo(
        specVersion="3.0.1", created=datetime.datetime(2026, 3, 1, tzinfo=datetime.timezone.utc), createdBy=[who])
    who.creationInfo = info
    own = model.ai_AIPackage(spdxId=names + "kite", name="Kite 7B", creationInfo=info, suppliedBy=who)
    data = model.dataset_DatasetPackage(
        spdxId=names + "log", name="Kite log", creationInfo=info,
        dataset_datasetType=[model.dataset_DatasetType.noAssertion])
    link = model.Relationship(
        spdxId=names + "link", creationInfo=info, from_=own, to=[data],
        relationshipType=model.RelationshipType.trainedOn)
    objects = model.SHACLObjectSet([who, own, data, link])
    with path.open("wb") as file:
        model.JSONLDSerializer().write(objects, file)


def others_openlineage(path):
    from openlineage.client import OpenLineageClient, event_v2, facet_v2
    from openlineage.client.transport.file import FileConfig, FileTransport

    client = OpenLineageClient(transport=FileTransport(FileConfig(log_file_path=str(path), append=True)))
    job = event_v2.Job("kite", "train.kite")
    run = event_v2.Run("11111111-1111-4111-8111-111111111111")
    kind = facet_v2.dataset_type_dataset.DatasetTypeDatasetFacet("MODEL")
    base = event_v2.InputDataset("hub", "meta-llama/Llama-3.1-405B", facets={"datasetType": kind})
    log = event_v2.InputDataset("s3://kite", "log")
    made = event_v2.OutputDataset("kite", "Kite 7B", facets={"datasetType": kind})
    for state, when in (("START", "2026-01-01T08:00:00+01:00"), ("RUNNING", "2026-01-02T00:00:00Z"),
                        ("COMPLETE", "2026-01-03T12:30:00.123456Z")):
        client.emit(
            event_v2.RunEvent(
                eventTime=when, eventType=event_v2.RunState[state], run=run, job=job, producer="https://kite.example",
                inputs=[base, log], outputs=[made]))


OTHERS = {"cyclonedx": others_cyclonedx, "spdx": others_spdx, "openlineage": others_openlineage}


def make(arguments):
    OTHERS[arguments.format](pathlib.Path(arguments.file))
    yield f"made: {arguments.format}"


FORMATS = {"cyclonedx": cyclonedx, "spdx": spdx, "openlineage": openlineage, "prov-json": prov}


def check(arguments):
    text = pathlib.Path(arguments.file).read_text(encoding="utf-8")
    try:
        again = FORMATS[arguments.format](text)
    except Refused:
        raise
    except Exception as error:
        raise Refused(f"{type(error).__name__}: {str(error)[:500]}") from error
    pathlib.Path(arguments.again).write_text(again, encoding="utf-8")
    yield f"accepted: {arguments.format}"


def add(subparsers):
    parser = subparsers.add_parser("documents", help=__doc__)
    parser.add_argument("format", choices=FORMATS)
    parser.add_argument("file")
    parser.add_argument("again")
    parser.set_defaults(run=check)
    parser = subparsers.add_parser("documents-of-others", help="Documents that name nothing of ours, made by those libraries.")
    parser.add_argument("format", choices=OTHERS)
    parser.add_argument("file")
    parser.set_defaults(run=make)
