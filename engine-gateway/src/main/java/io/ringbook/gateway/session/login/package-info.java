// SPDX-License-Identifier: Apache-2.0
/**
 * Whether a login is who it says: what it asks for, and its signature, verified off the thread of
 * the connections. Knows neither sessions nor connections; decides nothing else about a login.
 */
package io.ringbook.gateway.session.login;
