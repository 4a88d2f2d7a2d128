/* read_times.c: reads nanoseconds, one to a line, and prints the middle, the 99th of a hundred and the longest in ms. */
#include <stdio.h>

#include "histogram.h"

int main(void) {
  static histogram times;
  for (unsigned long long ns; scanf("%llu", &ns) == 1;) histogram_add(&times, ns);
  printf("%.6f %.6f %.6f\n", histogram_ms(&times, .5), histogram_ms(&times, .99), (double)times.longest_ns / 1e6);
}
