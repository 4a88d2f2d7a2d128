/* process.c: what a program on this machine has used. schedstat counts nanoseconds where stat counts 10 ms. */
#include "process.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define PATH_MOST 512

static uint64_t cpu_of_thread(int process, int thread) {
  char path[PATH_MOST];
  unsigned long long ns = 0;
  snprintf(path, sizeof path, "/proc/%d/task/%d/schedstat", process, thread);
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  if (fscanf(file, "%llu", &ns) != 1) ns = 0;
  fclose(file);
  return ns;
}

/* The first thread bears the process's name, as threads do that were given none; here it is told apart. */
static void name_thread(thread_use *it, int process) {
  char path[PATH_MOST];
  snprintf(it->name, sizeof it->name, "main");
  if (it->id == process) return;
  snprintf(path, sizeof path, "/proc/%d/task/%d/comm", process, it->id);
  FILE *file = fopen(path, "r");
  if (!file) return;
  if (fgets(it->name, sizeof it->name, file)) it->name[strcspn(it->name, "\n")] = 0;
  fclose(file);
}

threads_use cpu_of_threads(int process) {
  threads_use use = {0};
  char path[PATH_MOST];
  snprintf(path, sizeof path, "/proc/%d/task", process);
  DIR *tasks = opendir(path);
  if (!tasks) return use;
  for (struct dirent *task; (task = readdir(tasks)) && use.count < MOST_THREADS;) {
    if (task->d_name[0] == '.') continue;
    thread_use *it = &use.all[use.count++];
    it->id = atoi(task->d_name);
    it->cpu_ns = cpu_of_thread(process, it->id);
    name_thread(it, process);
  }
  closedir(tasks);
  return use;
}

static uint64_t cpu_of_process(int process) {
  threads_use use = cpu_of_threads(process);
  uint64_t sum = 0;
  for (int i = 0; i < use.count; i++) sum += use.all[i].cpu_ns;
  return sum;
}

static int parent_of(int process) {
  char path[PATH_MOST], text[PATH_MOST];
  int parent = 0;
  snprintf(path, sizeof path, "/proc/%d/stat", process);
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  size_t length = fread(text, 1, sizeof text - 1, file);
  fclose(file);
  text[length] = 0;
  /* A program's name may hold spaces and brackets, so reading begins behind the last bracket. */
  const char *after_name = strrchr(text, ')');
  if (!after_name || sscanf(after_name + 1, " %*c %d", &parent) != 1) return 0;
  return parent;
}

/* PostgreSQL serves each connection by a child, so a database is its first process and the children. */
uint64_t cpu_of_family(int process) {
  if (!process) return 0;
  uint64_t sum = cpu_of_process(process);
  DIR *processes = opendir("/proc");
  if (!processes) return sum;
  for (struct dirent *entry; (entry = readdir(processes));) {
    int child = atoi(entry->d_name);
    if (child && parent_of(child) == process) sum += cpu_of_process(child);
  }
  closedir(processes);
  return sum;
}

long resident_kib(int process) {
  char path[PATH_MOST], line[256];
  long kib = 0;
  snprintf(path, sizeof path, "/proc/%d/status", process);
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  while (fgets(line, sizeof line, file)) {
    if (!strncmp(line, "VmRSS:", 6)) kib = atol(line + 6);
  }
  fclose(file);
  return kib;
}

uint64_t own_cpu_ns(void) {
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  uint64_t us = (uint64_t)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) * 1000000;
  return (us + (uint64_t)(use.ru_utime.tv_usec + use.ru_stime.tv_usec)) * 1000;
}
