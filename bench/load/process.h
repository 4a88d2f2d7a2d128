/* process.h: what a program on this machine has used, read from /proc. */
#ifndef LOAD_PROCESS_H
#define LOAD_PROCESS_H

#include <stdint.h>

#define MOST_THREADS 64

typedef struct {
  int id;
  char name[16];
  uint64_t cpu_ns;
} thread_use;

typedef struct {
  thread_use all[MOST_THREADS];
  int count;
} threads_use;

/* Processor time of the process and its children, in nanoseconds; 0 for process 0, which stands for none. */
uint64_t cpu_of_family(int process);

/* The same for each thread of the process alone. More than MOST_THREADS threads are cut off. */
threads_use cpu_of_threads(int process);

long resident_kib(int process);

uint64_t own_cpu_ns(void);

#endif
