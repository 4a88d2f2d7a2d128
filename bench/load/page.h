/* page.h: one person's line for asking pages over HTTP, kept open from one to the next as a browser keeps it. */
#ifndef LOAD_PAGE_H
#define LOAD_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "seats.h"

typedef enum { PAGE_NOT_YET, PAGE_WHOLE, PAGE_FAILED } page_state;

typedef struct {
  int fd;           /* -1: not connected */
  long left;        /* bytes of the body still to come; -1: the head is not whole */
  int status;
  size_t held;      /* of the head */
  char head[2048];
} page;

/* Asks for a path. False: the system refused. `whose` comes back from epoll. */
bool page_ask(page *it, int epoll, void *whose, const seat *at, const char *path);

/* Reads what has come. */
page_state page_read(page *it);

void page_close(page *it);

#endif
