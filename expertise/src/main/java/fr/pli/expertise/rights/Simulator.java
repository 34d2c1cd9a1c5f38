package fr.pli.expertise.rights;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignInRefusal;
import fr.pli.expertise.rights.Assumption.As;
import fr.pli.expertise.rights.Assumption.Owner;
import fr.pli.expertise.rights.FolderKind.Group;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** For support operators and administrators: what somebody would see, and why (M-5, O-2). No content, no expertise. */
@Service
public class Simulator {

    private final Rights rights;
    private final Explanations explanations;

    Simulator(Rights rights, Explanations explanations) {
        this.rights = rights;
        this.explanations = explanations;
    }

    /** Whether this profile may simulate. */
    public static boolean open(Profile profile) {
        return profile == Profile.SUPPORT || profile == Profile.ADMINISTRATOR;
    }

    /** Refuses everybody but support operators and administrators. */
    public void admit(Person operator) {
        if (!open(operator.profile())) {
            throw SignInRefusal.FORBIDDEN.with();
        }
    }

    /** The whole tree in its order, with what does not appear; nothing for somebody without a role. */
    public List<Seen> tree(Person operator, Assumption assumption) {
        admit(operator);
        if (assumption.standings().isEmpty()) {
            return List.of();
        }
        return Arrays.stream(Group.values())
                .flatMap(group -> owners(group).stream().flatMap(owner -> Arrays.stream(FolderKind.values())
                        .filter(folder -> folder.group() == group)
                        .map(folder -> see(folder, owner, assumption))))
                .toList();
    }

    private Seen see(FolderKind folder, @Nullable Owner owner, Assumption assumption) {
        var place = new Place(
                folder,
                owner == null ? null : owner.id(),
                owner != null && assumption.expertMode().contains(owner));
        var standings = assumption.standings().stream().map(As::standing).toList();
        Ruling ruling = rights.rule(standings, place, assumption.state(), assumption.granted());
        return new Seen(folder, owner, ruling, explanations.of(ruling, place, assumption.state()));
    }

    /** Those who have a set of the group's folders; one null where there is one set for the expertise. */
    private static List<@Nullable Owner> owners(Group group) {
        return group.owned()
                ? Arrays.stream(Owner.values())
                        .filter(owner -> owner.party() == (group == Group.PARTIES))
                        .<@Nullable Owner>map(owner -> owner)
                        .toList()
                : Collections.singletonList(null);
    }

    /** One folder as that person would have it. @param owner null where there is one for the expertise */
    public record Seen(FolderKind folder, @Nullable Owner owner, Ruling ruling, String sentence) {}
}
