// SPDX-License-Identifier: Apache-2.0

/** The door of the bench module: starts JMH with the JVM flags and profilers of the project. */
package io.ringbook.bench;
