package fr.pli.expertise.rights;

import fr.pli.expertise.rights.Ruling.Reason;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one place that decides who may do what in which folder (M-4), by nothing but the matrix. */
@Component
public class Rights {

    private static final Ruling NOBODY = new Ruling(Right.NONE, false, null, Reason.NEVER, List.of());

    private final Matrix matrix;
    private final Rulings rulings;

    public Rights(Matrix matrix) {
        this.matrix = matrix;
        this.rulings = new Rulings(matrix);
    }

    /** What the decisions stand on. */
    public Matrix matrix() {
        return matrix;
    }

    /**
     * What somebody with these roles may do in a folder (M-3): the largest right of them. For one document under grant,
     * ask with {@code granted}.
     *
     * @param standings every role the person has in the expertise now, in any order
     * @param granted whether a grant of the expert holds now for this person and this folder or document (E-8)
     */
    public Ruling rule(Collection<Standing> standings, Place place, ExpertiseState state, boolean granted) {
        Ruling largest = null;
        for (Standing standing : standings) {
            Ruling mine = rule(standing, place, state, granted);
            largest = largest == null ? mine : largest.larger(mine);
        }
        return known(largest);
    }

    private Ruling rule(Standing standing, Place place, ExpertiseState state, boolean granted) {
        return rulings.of(standing.role(), place.kind(), place.whose(standing), state, place.expertDeposits(), granted);
    }

    private static Ruling known(@Nullable Ruling largest) {
        return largest == null ? NOBODY : largest;
    }
}
