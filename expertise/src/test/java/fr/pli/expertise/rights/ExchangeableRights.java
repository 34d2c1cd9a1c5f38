package fr.pli.expertise.rights;

import java.util.Collection;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The rights of every application under test: those of its matrix, until a test exchanges the matrix as an operator
 * would, without a start. Who does, restores it.
 */
@Primary
@Component("rightsForTests")
public class ExchangeableRights extends Rights {

    private final Rights own;
    private volatile Rights present;

    ExchangeableRights(Matrix matrix) {
        super(matrix);
        own = new Rights(matrix);
        present = own;
    }

    /** @param csv the text of a matrix, checked as one that is read at the start */
    public void exchange(String csv) {
        present = new Rights(Matrices.read(csv));
    }

    public void restore() {
        present = own;
    }

    @Override
    public Matrix matrix() {
        return present.matrix();
    }

    @Override
    public Ruling rule(Collection<Standing> standings, Place place, ExpertiseState state, boolean granted) {
        return present.rule(standings, place, state, granted);
    }
}
