/* A disk that forgets, lies, is slow and fails. Preloaded into a server, it watches every write below $DISK_UNDER.

   It forgets: the old content of each write is noted in $DISK_NOTES/<inode>, and fsync or fdatasync of the file clears its
   notes. After `kill -9`, disk.py plays the notes backwards, and the files are as a power cut would have left them.
   It lies: with $DISK_LIES, fsync says that all is safe, and nothing is. That is what synchronous=OFF comes to.
   It is slow: an fsync takes $DISK_SYNC_US microseconds, as on a real disk; so a kill often falls between write and sync.
   It fails: while the second number in $DISK_SWITCH is above 0, writes and fsyncs answer EIO, from the first number on.

   Not covered: mmap (SQLite's -shm, which it rebuilds), writev, io_uring, and unsynced renames and unlinks.
   cc -shared -fPIC -O2 -o disk.so disk.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  int64_t offset, length_before, bytes;
} note; /* followed by `bytes` of old content */

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(real))dlsym(RTLD_NEXT, #name)

/* Whether this is one of the watched files; and where its notes are. */
static int is_watched(int fd, char *notes_at) {
  const char *under = getenv("DISK_UNDER"), *notes = getenv("DISK_NOTES");
  char link[64], target[4096];
  struct stat s;
  if (!under || !notes || fstat(fd, &s) || !S_ISREG(s.st_mode)) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, target, sizeof target - 1);
  if (n < 0) return 0;
  target[n] = 0;
  if (strncmp(target, under, strlen(under)) || strstr(target, "-shm") || strstr(target, ".log")) return 0;
  snprintf(notes_at, 4096, "%s/%lu", notes, (unsigned long)s.st_ino);
  return 1;
}

/* The two numbers of the switch: writes until it fails, and writes that fail. */
static int64_t *the_switch(void) {
  static int64_t *found;
  const char *path = getenv("DISK_SWITCH");
  if (found || !path) return found;
  int fd = open(path, O_RDWR);
  if (fd < 0) return NULL;
  void *at = mmap(NULL, 2 * sizeof *found, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (at != MAP_FAILED) found = at;
  return found;
}

static int fails(int fd) {
  char path[4096];
  int64_t *left = the_switch();
  if (!left || __atomic_load_n(&left[1], __ATOMIC_SEQ_CST) <= 0 || !is_watched(fd, path)) return 0;
  if (__atomic_fetch_sub(&left[0], 1, __ATOMIC_SEQ_CST) > 0) return 0;
  if (__atomic_fetch_sub(&left[1], 1, __ATOMIC_SEQ_CST) <= 0) return 0;
  errno = EIO;
  return 1;
}

static void keep(int fd, off_t offset, size_t bytes) {
  REAL(write);
  char path[4096];
  struct stat s;
  if (!is_watched(fd, path) || fstat(fd, &s)) return;
  int64_t there = offset < s.st_size ? s.st_size - offset : 0;
  note head = {offset, s.st_size, there < (int64_t)bytes ? there : (int64_t)bytes};
  char *record = malloc(sizeof head + head.bytes);
  if (!record) abort();
  memcpy(record, &head, sizeof head);
  if (pread(fd, record + sizeof head, head.bytes, offset) == head.bytes) {
    int out = open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (out < 0 || real(out, record, sizeof head + head.bytes) < 0) abort();
    close(out);
  }
  free(record);
}

static void forgive(int fd) {
  char path[4096];
  if (is_watched(fd, path) && truncate(path, 0) && errno != ENOENT) abort();
}

ssize_t pwrite64(int fd, const void *b, size_t n, off64_t o) {
  REAL(pwrite64);
  if (fails(fd)) return -1;
  keep(fd, o, n);
  return real(fd, b, n, o);
}

ssize_t pwrite(int fd, const void *b, size_t n, off_t o) { return pwrite64(fd, b, n, o); }

ssize_t write(int fd, const void *b, size_t n) {
  REAL(write);
  if (fails(fd)) return -1;
  keep(fd, lseek(fd, 0, SEEK_CUR), n);
  return real(fd, b, n);
}

int ftruncate64(int fd, off64_t length) {
  REAL(ftruncate64);
  struct stat s;
  if (!fstat(fd, &s) && length < s.st_size) keep(fd, length, s.st_size - length);
  return real(fd, length);
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int synced(int fd, int (*real)(int)) {
  if (fails(fd)) return -1;
  const char *microseconds = getenv("DISK_SYNC_US");
  if (getenv("DISK_LIES")) return 0;
  if (microseconds) usleep((useconds_t)atoi(microseconds));
  int answer = real(fd);
  if (!answer) forgive(fd);
  return answer;
}

int fsync(int fd) {
  REAL(fsync);
  return synced(fd, real);
}

int fdatasync(int fd) {
  REAL(fdatasync);
  return synced(fd, real);
}
