package fr.pli.expertise.invitation;

import fr.pli.exchange.account.Profile;
import fr.pli.expertise.rights.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may be invited into which role, and what an invitation makes of an address that nobody has (A-1, E-7). */
public enum Invited {
    CO_EXPERT(Role.CO_EXPERT, null, Profile.EXPERT),
    SAPITEUR(Role.SAPITEUR, Profile.SAPITEUR, Profile.EXPERT),
    MAGISTRAT(Role.MAGISTRAT, null, Profile.MAGISTRAT),
    GREFFIER(Role.GREFFIER, null, Profile.GREFFIER),
    AVOCAT(Role.AVOCAT, Profile.LAWYER),
    PARTY_PUBLISHER(Role.PARTY_PUBLISHER, Profile.PARTY, Profile.PARTNER, Profile.LAWYER),
    PARTY_READER(Role.PARTY_READER, Profile.PARTY, Profile.PARTNER, Profile.LAWYER);

    private final Role role;
    private final Optional<Profile> made;
    private final Set<Profile> suited;

    Invited(Role role, @org.jspecify.annotations.Nullable Profile made, Profile... others) {
        this.role = role;
        this.made = Optional.ofNullable(made);
        this.suited = EnumSet.noneOf(Profile.class);
        this.suited.addAll(Arrays.asList(others));
        this.made.ifPresent(this.suited::add);
    }

    public Role role() {
        return role;
    }

    /** What an invitation enters an unknown address as; empty where the person must be in the directory already. */
    Optional<Profile> made() {
        return made;
    }

    boolean suits(Profile profile) {
        return suited.contains(profile);
    }

    static Optional<Invited> into(Role role) {
        return Arrays.stream(values()).filter(each -> each.role == role).findFirst();
    }

    /** Roles that the expert gives, in the order in which they are offered. */
    public static List<Role> roles() {
        return Arrays.stream(values()).map(Invited::role).toList();
    }
}
