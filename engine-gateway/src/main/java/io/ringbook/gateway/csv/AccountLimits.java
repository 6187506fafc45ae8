// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

/**
 * One line of an accounts file. Rates are per second; 0 is no limit.
 *
 * @param account its name
 * @param firm the firm's name; the account's own if the file names none
 * @param orderRate new, replace and reduce commands per second
 * @param orderBurst how many of them at once; the rate if the file says nothing
 * @param cancelRate cancels per second
 * @param cancelBurst how many of them at once; the rate if the file says nothing
 * @param idsPerDay client order ids in a day
 */
public record AccountLimits(
        String account,
        String firm,
        long orderRate,
        long orderBurst,
        long cancelRate,
        long cancelBurst,
        long idsPerDay) {

    /** An account that a command file names and no accounts file knows: its own firm, no limits. */
    public static AccountLimits named(String account) {
        return new AccountLimits(account, account, 0, 0, 0, 0, 0);
    }
}
