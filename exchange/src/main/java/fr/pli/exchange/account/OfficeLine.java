package fr.pli.exchange.account;

/**
 * One line of a file of offices as typed: an office, and one of its members or nobody.
 *
 * @param state empty where the file says nothing about it
 * @param member address, empty on the line of an office without members
 */
record OfficeLine(String email, String name, String organisation, String state, String member) {}
