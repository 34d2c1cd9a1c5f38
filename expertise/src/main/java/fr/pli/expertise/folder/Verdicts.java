package fr.pli.expertise.folder;

import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Place;
import fr.pli.expertise.rights.Rights;
import fr.pli.expertise.rights.Ruling;
import fr.pli.expertise.rights.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Asks the rights for one person's roles beside one folder; a grant counts for the role it was given to. */
@Component("folderVerdicts")
class Verdicts {

    private final Rights rights;

    Verdicts(Rights rights) {
        this.rights = rights;
    }

    /** About the folder. @param mine not empty, of one person and one folder */
    Ruling ruling(List<Seat> mine) {
        return single(mine, seat -> false);
    }

    /** About something in it that is granted to some of the roles by itself. */
    Ruling single(List<Seat> mine, Predicate<Seat> granted) {
        Seat any = mine.getFirst();
        List<Standing> with = standings(mine, seat -> seat.granted() || granted.test(seat));
        List<Standing> without = standings(mine, seat -> !seat.granted() && !granted.test(seat));
        if (with.isEmpty()) {
            return rights.rule(without, any.place(), any.state(), false);
        }
        Ruling granting = rights.rule(with, any.place(), any.state(), true);
        return without.isEmpty() ? granting : granting.larger(rights.rule(without, any.place(), any.state(), false));
    }

    /** Whether in some state of an expertise a grant would give that role more than it has. */
    boolean grantable(Standing standing, Folder folder) {
        var place = new Place(folder.kind(), folder.owner(), false);
        return Arrays.stream(ExpertiseState.values())
                .anyMatch(state -> rights.rule(List.of(standing), place, state, true)
                                .right()
                        != rights.rule(List.of(standing), place, state, false).right());
    }

    private static List<Standing> standings(List<Seat> mine, Predicate<Seat> which) {
        return mine.stream().filter(which).map(Seat::standing).toList();
    }
}
