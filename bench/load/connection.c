/* connection.c: one client: its socket, the seat it sits in, what it still has to write. */
#define _GNU_SOURCE
#include "connection.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "frames.h"

#define REQUEST_MOST 2048
#define FRAME_MOST 8192

static bool watch(connection *it, int epoll, int operation, uint32_t events) {
  struct epoll_event event = {.events = events, .data.ptr = it};
  return epoll_ctl(epoll, operation, it->fd, &event) == 0;
}

bool connection_open(connection *it, int epoll) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)it->seat->port)};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  it->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (it->fd < 0) return false;
  int yes = 1;
  setsockopt(it->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  it->state = CONNECTING;
  if (connect(it->fd, (struct sockaddr *)&to, sizeof to) < 0 && errno != EINPROGRESS) return false;
  return watch(it, epoll, EPOLL_CTL_ADD, EPOLLOUT);
}

static bool wait_to_write(connection *it, int epoll, bool waits) {
  if (it->is_waiting_to_write == waits) return true;
  it->is_waiting_to_write = waits;
  return watch(it, epoll, EPOLL_CTL_MOD, waits ? EPOLLIN | EPOLLOUT : EPOLLIN);
}

bool connection_flush(connection *it, int epoll) {
  while (it->unsent.length) {
    ssize_t sent = send(it->fd, it->unsent.bytes, it->unsent.length, MSG_NOSIGNAL);
    if (sent < 0) return errno == EAGAIN && wait_to_write(it, epoll, true);
    buffer_drop_front(&it->unsent, (size_t)sent);
  }
  return wait_to_write(it, epoll, false);
}

static bool write_bytes(connection *it, int epoll, const char *bytes, size_t length) {
  if (!it->unsent.length) {
    ssize_t sent = send(it->fd, bytes, length, MSG_NOSIGNAL);
    if (sent == (ssize_t)length) return true;
    if (sent < 0 && errno != EAGAIN) return false;
    if (sent > 0) bytes += sent, length -= (size_t)sent;
  }
  buffer_append(&it->unsent, bytes, length);
  return connection_flush(it, epoll);
}

bool connection_upgrade(connection *it, int epoll, const char *path) {
  char request[REQUEST_MOST];
  if (!watch(it, epoll, EPOLL_CTL_MOD, EPOLLIN)) return false;
  /* One key for all: what the server makes of it is not looked at, the load trusts the machine it measures. */
  int length = snprintf(request, sizeof request,
                        "GET %s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nCookie: %s\r\n"
                        "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
                        path, it->seat->host, it->seat->origin, it->seat->cookie);
  if (length < 0 || length >= REQUEST_MOST) return false;
  it->state = UPGRADING;
  return write_bytes(it, epoll, request, (size_t)length);
}

/* Head and payload leave in one write: two would be two packets. */
bool connection_send_frame(connection *it, int epoll, int opcode, const char *payload, size_t length) {
  char whole[FRAME_MOST];
  if (length + FRAME_HEAD_MOST > sizeof whole) return false;
  size_t head = frame_head(whole, opcode, length);
  memcpy(whole + head, payload, length);
  return write_bytes(it, epoll, whole, head + length);
}

bool connection_send_text(connection *it, int epoll, const char *text, size_t length) {
  return connection_send_frame(it, epoll, FRAME_TEXT, text, length);
}

void connection_turn_away(connection *it, uint64_t comes_at) {
  connection_close(it);
  it->state = TURNED_AWAY;
  it->is_waiting_to_write = false;
  it->comes_at = comes_at;
}

void connection_close(connection *it) {
  if (it->fd >= 0) close(it->fd);
  it->fd = -1;
  it->state = LOST;
  buffer_hold(&it->unread, "", 0);
  buffer_hold(&it->unsent, "", 0);
}
