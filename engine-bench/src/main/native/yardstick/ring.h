// SPDX-License-Identifier: Apache-2.0
//
// A ring of reports between the matcher's thread, which writes them in place, and the harness' drainer. The layout is
// that of RingOutlet.java.
#ifndef RINGBOOK_YARDSTICK_RING_H
#define RINGBOOK_YARDSTICK_RING_H

#include "matching_engine_api.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define RING_SPAN 64
#define HUGE_PAGE ((size_t) 2 << 20)

struct ring {
    _Alignas(128) uint64_t published; // by the writer, release
    _Alignas(128) uint64_t read;      // by ring_drain, release
    _Alignas(256) me_report_t reports[];
};

_Static_assert(offsetof(struct ring, read) == 128, "RingOutlet.READ");
_Static_assert(offsetof(struct ring, reports) == 256, "RingOutlet.FIRST_REPORT");

static uint64_t ring_capacity;

static struct ring* new_ring(uint64_t capacity) {
    size_t length = sizeof(struct ring) + capacity * sizeof(me_report_t);
    length = (length + HUGE_PAGE - 1) & ~(HUGE_PAGE - 1);
    struct ring* ring = aligned_alloc(HUGE_PAGE, length);
    if (ring != NULL) {
        madvise(ring, length, MADV_HUGEPAGE); // may be refused: only slower
        memset(ring, 0, length);              // touched now, not in measured time
    }
    return ring;
}

static void* ring_create(uint32_t at_least) {
    ring_capacity = RING_SPAN;
    while (ring_capacity < at_least) {
        ring_capacity *= 2;
    }
    return new_ring(ring_capacity);
}

// The writer writes into the ring itself.
static int ring_push(void* handle, const me_report_t* report) {
    (void) handle;
    (void) report;
    return 0;
}

static uint32_t ring_drain(void* handle, me_report_t* out, uint32_t max) {
    struct ring* ring = handle;
    uint64_t read = ring->read;
    // Pairs with the release in RingOutlet.handOver.
    uint64_t there = __atomic_load_n(&ring->published, __ATOMIC_ACQUIRE) - read;
    uint64_t index = read & (ring_capacity - 1);
    uint64_t count = there < max ? there : max;
    if (count > ring_capacity - index) {
        count = ring_capacity - index;
    }
    if (count > 0) {
        memcpy(out, ring->reports + index, count * sizeof(me_report_t));
        // Pairs with the acquire in RingOutlet.open.
        __atomic_store_n(&ring->read, read + count, __ATOMIC_RELEASE);
    }
    return (uint32_t) count;
}

// The writer publishes at the end of every run of messages.
static void ring_flush(void* handle) {
    (void) handle;
}

static void ring_destroy(void* handle) {
    free(handle);
}

static const me_transport_t RING = {ring_create, ring_push, ring_drain, ring_flush, ring_destroy};

static int is_set_to(const char* variable, const char* value) {
    const char* set = getenv(variable);
    return set != NULL && strcmp(set, value) == 0;
}

// Null lets the harness take its own queue.
const me_transport_t* engine_get_transport(void) {
    return is_set_to("RINGBOOK_YARDSTICK_QUEUE", "harness") ? NULL : &RING;
}

#endif
