// SPDX-License-Identifier: Apache-2.0

/** Holds the documents of the project to what is promised of them. */
package io.ringbook.bench.documents;
