// SPDX-License-Identifier: Apache-2.0
//
// No engine: emits the reports of an earlier run, to see what the yardstick's harness takes by itself for them. The
// reports come from what its --write-canonical-output wrote for the same scenario and seed. Perf runs find them right,
// since they are; audit runs do not, since there is no book.
//
//   RINGBOOK_FLOOR_REPORTS    the file
//   RINGBOOK_YARDSTICK_QUEUE  ring (default) or harness, as in yardstick.c
#include "matching_engine_api.h"
#include "ring.h"

#include <inttypes.h>
#include <stdio.h>

#define FIELDS 6

static me_report_t* reports;
static size_t count, next;
static const me_transport_t* queue;
static void* queue_handle;
static uint64_t published;

static void die(const char* what) {
    fprintf(stderr, "ringbook floor: %s\n", what);
    abort();
}

// A line is numbers with commas between: type, sequence and what the type has.
static void read_line(const char* line, me_report_t* report) {
    uint64_t field[FIELDS] = {0};
    int n = sscanf(line, "%" SCNu64 ",%" SCNu64 ",%" SCNu64 ",%" SCNu64 ",%" SCNu64 ",%" SCNu64,
                   field, field + 1, field + 2, field + 3, field + 4, field + 5);
    report->type = (uint8_t) field[0];
    report->sequence_number = field[1];
    if (n < 3) {
        die("not a line of canonical output");
    } else if (report->type == ME_TRADE) {
        report->price_ticks = (int64_t) field[2];
        report->quantity = (uint32_t) field[3];
        report->maker_order_id = field[4];
        report->taker_order_id = field[5];
    } else if (n == 3) {
        report->order_id = field[2];
    } else {
        report->side = (uint8_t) field[2];
        report->order_id = field[3];
        report->price_ticks = (int64_t) field[4];
        report->quantity = (uint32_t) field[5];
    }
}

static void read_reports(const char* path) {
    char line[256];
    FILE* file = path == NULL ? NULL : fopen(path, "r");
    if (file == NULL) {
        die("RINGBOOK_FLOOR_REPORTS names no file that can be read");
    }
    size_t room = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        if (count == room) {
            room = room == 0 ? 1 << 20 : room * 2;
            reports = realloc(reports, room * sizeof *reports);
            if (reports == NULL) {
                die("no memory");
            }
        }
        memset(reports + count, 0, sizeof *reports);
        read_line(line, reports + count++);
    }
    fclose(file);
}

void engine_init(uint64_t seed, const me_transport_t* transport, void* sink) {
    (void) seed;
    queue = transport;
    queue_handle = sink;
    read_reports(getenv("RINGBOOK_FLOOR_REPORTS"));
}

void engine_shutdown(void) {}

static void push_until(size_t end) {
    for (; next < end; next++) {
        while (!queue->push(queue_handle, reports + next)) {
        }
    }
}

// Publishes span by span, as RingOutlet.java does.
static void copy_until(size_t end) {
    struct ring* ring = queue_handle;
    while (next < end) {
        // Pairs with the release in ring_drain.
        uint64_t room = ring_capacity - (published - __atomic_load_n(&ring->read, __ATOMIC_ACQUIRE));
        uint64_t index = published & (ring_capacity - 1);
        uint64_t length = RING_SPAN - (index & (RING_SPAN - 1));
        length = length < room ? length : room;
        length = length < end - next ? length : end - next;
        memcpy(ring->reports + index, reports + next, length * sizeof *reports);
        next += length;
        published += length;
        // Pairs with the acquire in ring_drain.
        __atomic_store_n(&ring->published, published, __ATOMIC_RELEASE);
    }
}

void engine_on_batch(const me_msg_t* messages, uint32_t n) {
    if (n == 0) {
        return;
    }
    // The sequence is where it is in every type of message.
    uint64_t last = messages[n - 1].c.sequence_number;
    size_t end = next;
    while (end < count && reports[end].sequence_number <= last) {
        end++;
    }
    if (queue == &RING) {
        copy_until(end);
    } else {
        push_until(end);
    }
}

void engine_on_new_order(const new_order_t* order) {
    (void) order;
    die("runs of messages only");
}

void engine_on_cancel(const cancel_t* cancel) {
    (void) cancel;
    die("runs of messages only");
}

void engine_on_modify(const modify_t* modify) {
    (void) modify;
    die("runs of messages only");
}

void engine_flush(void) {}

int64_t engine_query_best_bid(void) {
    return INT64_MIN;
}

int64_t engine_query_best_ask(void) {
    return INT64_MAX;
}

uint64_t engine_query_depth_at(int64_t price, uint8_t side) {
    (void) price;
    (void) side;
    return 0;
}
