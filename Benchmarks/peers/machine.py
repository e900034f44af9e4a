"""What a run was measured on."""

import os
import platform


def machine():
    with open("/proc/cpuinfo") as file:
        model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) // 1024**2
    return {"processor": model, "cores": os.cpu_count(), "memory_gib": memory, "system": platform.platform()}
