package fr.pli.expertise.rights;

import fr.pli.expertise.rights.FolderKind.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in one sentence what somebody may do in a folder, and why not more, with role, folder and state (M-5): under a
 * button that is off, beside a folder that is switched off, in a refusal. Pages use it as {@code @explanations}.
 */
@Component("explanations")
public class Explanations {

    private static final String BUNDLE = "rights.";

    private final Rights rights;
    private final MessageSource words;

    Explanations(Rights rights, MessageSource words) {
        this.rights = rights;
        this.words = words;
    }

    /** In the reader's language. */
    public String of(Ruling ruling, Place place, ExpertiseState state) {
        return of(ruling, place, state, LocaleContextHolder.getLocale());
    }

    public String of(Ruling ruling, Place place, ExpertiseState state, Locale locale) {
        Role role = ruling.role();
        if (role == null) {
            return text(locale, "reason.NOBODY");
        }
        String key =
                "reason." + ruling.reason() + (ruling.reason() == Ruling.Reason.MATRIX ? "." + ruling.right() : "");
        return text(
                locale,
                key,
                text(locale, "folder." + place.kind()),
                text(locale, "role." + role),
                text(locale, "state." + state),
                ruling.openIn().isEmpty() ? depositors(place, state, locale) : states(ruling.openIn(), locale));
    }

    /** « seul peut déposer : Expert », from the matrix. */
    private String depositors(Place place, ExpertiseState state, Locale locale) {
        var names = new ArrayList<String>();
        for (Role role : Role.values()) {
            boolean own = role.owns() && deposits(role, place, Whose.OWN, state);
            boolean other = deposits(role, place, Whose.OTHER, state);
            if (own || other) {
                names.add(depositor(role, place.kind(), own, other, locale));
            }
        }
        return names.isEmpty()
                ? text(locale, "depositors.none")
                : text(locale, "depositors", names.size(), String.join(", ", names));
    }

    private boolean deposits(Role role, Place place, Whose whose, ExpertiseState state) {
        Cell cell = rights.matrix().cell(role, place.kind(), whose, state);
        return cell == Cell.DEPOSIT || cell == Cell.DEPOSIT_IF_EXPERT_MODE && place.expertDeposits();
    }

    private String depositor(Role role, FolderKind folder, boolean own, boolean other, Locale locale) {
        String name = text(locale, "role." + role);
        boolean told = owning(role, folder.group()) && own != other;
        return told ? text(locale, own ? "depositor.own" : "depositor.other", name) : name;
    }

    /** Whether folders of that group can be the role's own. */
    private static boolean owning(Role role, Group group) {
        return group == Group.PARTIES && role.ofParty() || group == Group.SAPITEUR && role == Role.SAPITEUR;
    }

    private String states(List<ExpertiseState> states, Locale locale) {
        return String.join(
                ", ",
                states.stream().map(state -> text(locale, "state." + state)).toList());
    }

    private String text(Locale locale, String key, Object... arguments) {
        return words.getMessage(BUNDLE + key, arguments, locale);
    }
}
