package fr.pli.expertise.experts.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.certificate.Specialties.Specialty;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.expertise.experts.Expert;
import fr.pli.expertise.experts.ExpertQuery;
import fr.pli.expertise.experts.ExpertRefusal;
import fr.pli.expertise.experts.Experts;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Results of a search as pages show them: one line per expert and specialty (D-2). */
@Component
@NamedInterface("choosing")
public class ExpertResults {

    private final Experts experts;
    private final Specialties specialties;
    private final MessageSource sentences;

    ExpertResults(Experts experts, Specialties specialties, MessageSource sentences) {
        this.experts = experts;
        this.specialties = specialties;
        this.sentences = sentences;
    }

    public static void requireStaff(Person person) {
        if (!person.profile().justiceStaff()) {
            throw ExpertRefusal.STAFF_ONLY.with();
        }
    }

    /** What a search page needs; criteria that name nothing say so on it. */
    public void show(ExpertCriteria criteria, boolean selectable, Model model) {
        List<Expert> found = List.of();
        try {
            found = experts.find(criteria.query(selectable, ExpertQuery.PAGE));
        } catch (RefusedException refused) {
            model.addAttribute(
                    "refusal",
                    sentences.getMessage(
                            "refusal." + refused.refusal().code(),
                            refused.arguments(),
                            LocaleContextHolder.getLocale()));
        }
        List<Expert> page = found.stream().limit(ExpertQuery.PAGE).toList();
        model.addAttribute("criteria", criteria);
        model.addAttribute("lines", lines(page, criteria.specialty()));
        model.addAttribute(
                "next", found.size() > ExpertQuery.PAGE ? page.getLast().id() : null);
        model.addAttribute("courts", experts.courts());
        model.addAttribute("headings", specialties.headings());
    }

    /** With a specialty asked for: only the lines that match it. */
    private List<Line> lines(List<Expert> found, String asked) {
        String code = asked.isBlank()
                ? null
                : specialties.typed(asked).map(Specialty::code).orElse(null);
        return found.stream().flatMap(expert -> lines(expert, code)).toList();
    }

    private static Stream<Line> lines(Expert expert, @Nullable String code) {
        return expert.specialties().isEmpty()
                ? Stream.of(new Line(expert, null))
                : expert.specialties().stream()
                        .filter(one -> code == null
                                || one.code().equals(code)
                                || one.code().startsWith(code + "."))
                        .map(one -> new Line(expert, one));
    }

    /** @param specialty null for an expert who is listed under none */
    @NamedInterface("choosing")
    public record Line(Expert expert, @Nullable Specialty specialty) {

        /** What the radio button of the line sends; see {@link Choice}. */
        public String value() {
            return specialty == null
                    ? expert.id().toString()
                    : expert.id() + " " + specialty.nomenclature() + " " + specialty.code();
        }
    }

    /** An expert, and under which specialty they were chosen. */
    @NamedInterface("choosing")
    public record Choice(
            UUID expert,
            @Nullable String nomenclature,
            @Nullable String code) {

        /** @return null for what no line sends */
        public static @Nullable Choice of(String value) {
            String[] parts = value.split(" ", -1);
            try {
                UUID expert = parts[0].length() == 36 ? UUID.fromString(parts[0]) : null;
                return expert == null
                        ? null
                        : new Choice(expert, parts.length == 3 ? parts[1] : null, parts.length == 3 ? parts[2] : null);
            } catch (IllegalArgumentException malformed) {
                return null;
            }
        }
    }
}
