package fr.pli.expertise.rights;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One role that a person has in one expertise now.
 *
 * @param owner whose folders are « own »: the party the role stands for, the participation of a sapiteur; null otherwise
 */
public record Standing(Role role, @Nullable UUID owner) {}
