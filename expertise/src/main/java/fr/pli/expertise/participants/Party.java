package fr.pli.expertise.participants;

import java.util.UUID;

/**
 * A party of an expertise; it has a set of folders and, by its lawyers and representatives, a voice.
 *
 * @param name as it is shown, such as « SCI Les Pins »
 * @param expertDeposits its mode is « Dépôt Expert »: the expert deposits what comes from it on paper
 * @param position in which parties are listed, first claimant first
 * @param pays pays the provision
 */
public record Party(
        UUID id, UUID expertise, Side side, String name, boolean expertDeposits, int position, boolean pays) {

    public enum Side {
        CLAIMANT,
        DEFENDANT,
        OTHER
    }
}
