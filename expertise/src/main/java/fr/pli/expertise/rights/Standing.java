package fr.pli.expertise.rights;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * One role that a person has in one expertise now.
 *
 * @param owner whose folders are « own »: the party the role stands for, the participation of a sapiteur; null for the others
 */
public record Standing(Role role, @Nullable UUID owner) {

    public Standing {
        Assert.isTrue(role.owns() == (owner != null), "who stands for a party and sapiteurs have folders of their own");
    }
}
