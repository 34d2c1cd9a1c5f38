package fr.pli.expertise.participants;

/** A party was added, in the transaction of the fact. */
public record PartyAdded(Party party) {}
