package fr.pli.expertise.folder;

import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.rights.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a real person has of a real expertise, for whoever reads no content (M-5, O-2): nothing in it names a document, a
 * party or a subfolder.
 *
 * @param present state of the expertise now
 * @param state in which the rights were looked at: the present one, or another that was asked for
 * @param roles all that the person has or had there, in the order of joining
 * @param folders in the order of the tree, those that do not exist for the person included; empty unless the card is listed
 */
public record Situation(
        UUID expertise,
        UUID person,
        ExpertiseState present,
        ExpertiseState state,
        Card card,
        List<Held> roles,
        List<Line> folders) {

    /** Whether the expertise is in that person's list, and why not. */
    public enum Card {
        LISTED,
        /** Every role is a party's, and the expertise was never « En cours » (M-4). */
        NOT_YET,
        NO_ROLE,
        /** The account is not active. */
        NO_ACCOUNT
    }

    /**
     * A party or a sapiteur of the expertise, without their name.
     *
     * @param number in the order in which they are listed, from 1
     * @param side null for a sapiteur
     */
    public record Owner(int number, Party.@Nullable Side side) {}

    /** @param of the party that the role stands for, or the sapiteur that it is; null for the others */
    public record Stand(Role role, @Nullable Owner of) {}

    /** @param leftAt null while it lasts */
    public record Held(
            Stand stand, Instant joinedAt, @Nullable Instant leftAt) {}

    /**
     * One folder as that person has it.
     *
     * @param subfolder its number among those of the folder around it, such as {@code 2} or {@code 2.1}; null for a folder
     *     of the tree that every expertise has
     * @param by the roles that give this right; empty where there is none
     * @param granted the expert has granted the folder, or one around it, to one of the roles
     * @param singles how many documents can be had although the folder cannot, each granted by itself
     * @param why in the reader's language
     */
    public record Line(
            UUID folder,
            FolderKind kind,
            @Nullable Owner owner,
            boolean own,
            @Nullable String subfolder,
            Ruling ruling,
            List<Stand> by,
            boolean granted,
            int singles,
            String why) {}
}
