package fr.pli.expertise.designation.web;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.designation.DesignationState;
import fr.pli.expertise.designation.Designations;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Lines of designations for the workspace. */
@Component
@NamedInterface("rows")
public class DesignationRows {

    private final Designations designations;
    private final DesignationViews views;

    DesignationRows(Designations designations, DesignationViews views) {
        this.designations = designations;
        this.views = views;
    }

    /** The newest of that state; what they are, the fragment {@code designation/parts :: row} knows. */
    public List<?> of(Person person, DesignationState state, int limit) {
        return designations.page(person, state, null, limit).stream()
                .map(one -> views.row(person, one))
                .toList();
    }
}
