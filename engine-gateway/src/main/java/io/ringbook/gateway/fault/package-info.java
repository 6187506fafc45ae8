// SPDX-License-Identifier: Apache-2.0
/**
 * Expected failures: what a person can put right, said in one sentence without a stack trace. How
 * things are counted in a sentence. Imports nothing of the engine.
 */
package io.ringbook.gateway.fault;
