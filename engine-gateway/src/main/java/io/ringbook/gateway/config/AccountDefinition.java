// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

/** An account as the file has it, without ids. Immutable. */
public record AccountDefinition(String name, String firm) {}
