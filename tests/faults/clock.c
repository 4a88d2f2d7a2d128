/* A clock that jumps. Preloaded into a server, it adds the seconds that stand in $CLOCK_SKEW to the time of day; how much
   time passes (the monotonic clock) stays true.
   cc -shared -fPIC -O2 -o clock.so clock.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static int64_t skew(void) {
  static int64_t *at;
  const char *path = getenv("CLOCK_SKEW");
  if (!at && path) {
    int fd = open(path, O_RDONLY);
    void *found = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof *at, PROT_READ, MAP_SHARED, fd, 0);
    if (fd >= 0) close(fd);
    if (found != MAP_FAILED) at = found;
  }
  return at ? __atomic_load_n(at, __ATOMIC_SEQ_CST) : 0;
}

int clock_gettime(clockid_t which, struct timespec *now) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int answer = real(which, now);
  if (!answer && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) now->tv_sec += skew();
  return answer;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  struct timespec true_now;
  (void)zone;
  if (clock_gettime(CLOCK_REALTIME, &true_now)) return -1;
  now->tv_sec = true_now.tv_sec;
  now->tv_usec = true_now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *out) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now)) return -1;
  if (out) *out = now.tv_sec;
  return now.tv_sec;
}
