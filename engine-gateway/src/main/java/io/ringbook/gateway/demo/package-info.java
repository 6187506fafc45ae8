// SPDX-License-Identifier: Apache-2.0
/**
 * The tour: a generated busy day goes through the pipeline at a pace that a person can follow, and
 * its journal is verified and replayed. The pacing thread submits and prints; the publish thread
 * watches and hands over immutable pictures.
 */
package io.ringbook.gateway.demo;
