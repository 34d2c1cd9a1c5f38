package fr.pli.expertise.folder;

import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Place;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.rights.Ruling;
import java.util.Set;
import java.util.UUID;

/**
 * What one person has of one folder now.
 *
 * @param ruling about the folder as a whole
 * @param roles all that the person has in the expertise
 * @param singles documents that can be had although the folder cannot, each granted by itself (E-8)
 */
public record Sight(
        UUID person,
        Folder folder,
        Place place,
        ExpertiseState state,
        Ruling ruling,
        Set<Role> roles,
        Set<UUID> singles) {

    /** It exists for that person (M-4), as a whole or by single documents. */
    public boolean listed() {
        return ruling.listed() || !singles.isEmpty();
    }

    /** Its published documents can be had, all of them. */
    public boolean whole() {
        return ruling.readable();
    }

    /** There is something to be had in it. */
    public boolean open() {
        return whole() || !singles.isEmpty();
    }

    /** Proposals of others are the expert's to read (E-8). */
    public boolean expert() {
        return roles.contains(Role.EXPERT);
    }
}
