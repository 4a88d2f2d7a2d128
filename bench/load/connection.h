/* connection.h: one client: its socket, the seat it sits in, what it still has to write. */
#ifndef LOAD_CONNECTION_H
#define LOAD_CONNECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "seats.h"

typedef enum { UNUSED, CONNECTING, UPGRADING, GREETING, READY, LOST } connection_state;

typedef struct {
  int fd, index;
  connection_state state;
  bool is_waiting_to_write; /* its epoll entry asks for writability too */
  const seat *seat;
  buffer unread, unsent;
} connection;

/* Begins to connect and enters the socket into epoll. False: the system refused. */
bool connection_open(connection *it, int epoll);

/* The socket stands: asks for the upgrade to WebSocket with the seat's cookie, Host and Origin. */
bool connection_upgrade(connection *it, int epoll, const char *path);

/* All of these are false when the connection broke. */
bool connection_send_text(connection *it, int epoll, const char *text, size_t length);
bool connection_send_frame(connection *it, int epoll, int opcode, const char *payload, size_t length);
bool connection_flush(connection *it, int epoll);

void connection_close(connection *it);

#endif
