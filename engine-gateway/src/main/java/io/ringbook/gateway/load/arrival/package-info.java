// SPDX-License-Identifier: Apache-2.0
/**
 * When orders of a load are due, whatever becomes of the orders before them. Times are nanoseconds
 * from the load's beginning; the same seed gives the same times. One thread; nothing is allocated
 * for a time.
 */
package io.ringbook.gateway.load.arrival;
