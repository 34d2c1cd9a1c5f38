package fr.pli.exchange.account;

import java.util.UUID;

/**
 * A functional recipient: an office of a court or a team of a body. It has an address to be written to by, which
 * nobody signs in with and to which no mail is sent: each active member is told by their own preferences.
 *
 * @param email lower case, unique in the directory
 * @param court an office of a court, found by everybody; otherwise a team, found by those who find the body's members
 * @param open may be written to
 * @param members present members, whatever their state
 * @param active present members who are active
 */
public record Office(
        UUID id,
        long version,
        String name,
        String email,
        String organisation,
        boolean court,
        boolean open,
        long members,
        long active) {}
