/* page.c: one person's line for asking pages over HTTP. A page is packed, as for a browser, and not looked into. */
#define _GNU_SOURCE
#include "page.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static char arrived[1 << 18];

/* On this machine a connection stands at once, so there is no waiting for it. */
static bool connect_it(page *it, int epoll, void *whose, int port) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = whose};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  it->fd = socket(AF_INET, SOCK_STREAM, 0);
  if (it->fd < 0 || connect(it->fd, (struct sockaddr *)&to, sizeof to)) return false;
  return epoll_ctl(epoll, EPOLL_CTL_ADD, it->fd, &event) == 0;
}

bool page_ask(page *it, int epoll, void *whose, const seat *at, const char *path) {
  char request[2048];
  if (it->fd < 0 && !connect_it(it, epoll, whose, at->port)) return false;
  int length = snprintf(request, sizeof request,
                        "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nAccept-Encoding: gzip\r\n\r\n", path, at->host,
                        at->cookie);
  it->left = -1, it->held = 0;
  return send(it->fd, request, (size_t)length, MSG_NOSIGNAL) == length;
}

/* How much of the body stands behind the head, once that is whole; -1 before, -2 when there is no saying how long it is. */
static long read_head(page *it, const char *bytes, size_t got) {
  size_t room = sizeof it->head - 1 - it->held, taken = got < room ? got : room;
  memcpy(it->head + it->held, bytes, taken);
  it->held += taken, it->head[it->held] = 0;
  const char *end = strstr(it->head, "\r\n\r\n");
  if (!end) return taken < got ? -2 : -1;
  const char *length = strcasestr(it->head, "\r\ncontent-length:");
  if (!length || length > end) return -2;
  it->status = atoi(it->head + sizeof "HTTP/1.1 " - 1);
  it->left = atol(length + sizeof "\r\ncontent-length:" - 1);
  return (long)(it->held - (size_t)(end + 4 - it->head) + (got - taken));
}

page_state page_read(page *it) {
  ssize_t got = recv(it->fd, arrived, sizeof arrived, MSG_DONTWAIT);
  if (got < 0 && errno == EAGAIN) return PAGE_NOT_YET;
  if (got <= 0) {
    page_close(it);
    return PAGE_FAILED;
  }
  long body = it->left < 0 ? read_head(it, arrived, (size_t)got) : (long)got;
  if (body == -1) return PAGE_NOT_YET;
  if (body == -2 || body > it->left) {
    page_close(it);
    return PAGE_FAILED;
  }
  it->left -= body;
  if (it->left) return PAGE_NOT_YET;
  return it->status == 200 ? PAGE_WHOLE : PAGE_FAILED;
}

void page_close(page *it) {
  if (it->fd >= 0) close(it->fd);
  it->fd = -1;
}
