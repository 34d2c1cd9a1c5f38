package fr.pli.expertise.statistics;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignInRefusal;
import fr.pli.exchange.message.AccessRule.Visible;
import fr.pli.exchange.platform.Time;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.folder.Access;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.statistics.CaseFigures.Answer;
import fr.pli.expertise.statistics.CaseFigures.InState;
import fr.pli.expertise.statistics.CaseFigures.Month;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * « Statistiques » for experts and court staff (S-2): the expertises whose card is listed for them, the documents in them
 * that the one decision point lets them see at this moment (M-4).
 */
@Service
public class CaseStatistics {

    /** As many months as the charts show at most. */
    public static final int MOST_MONTHS = 36;

    private final Expertises expertises;
    private final Access access;
    private final CaseTables tables;
    private final ObjectProvider<DesignationAnswers> designations;
    private final Clock clock;

    CaseStatistics(
            Expertises expertises,
            Access access,
            CaseTables tables,
            ObjectProvider<DesignationAnswers> designations,
            Clock clock) {
        this.expertises = expertises;
        this.access = access;
        this.tables = tables;
        this.designations = designations;
        this.clock = clock;
    }

    /** Who has these statistics. */
    public static boolean open(Profile profile) {
        return profile == Profile.EXPERT || profile.justiceStaff();
    }

    /**
     * @param months how many, the present one included; at least one and at most {@link #MOST_MONTHS}
     * @throws fr.pli.exchange.platform.RefusedException for everybody but experts, magistrats and greffiers
     */
    public CaseFigures of(Person reader, int months) {
        if (!reader.active() || !open(reader.profile())) {
            throw SignInRefusal.FORBIDDEN.with();
        }
        Instant now = clock.instant();
        YearMonth last = YearMonth.from(now.atZone(Time.PARIS));
        YearMonth first = last.minusMonths(Math.clamp(months, 1, MOST_MONTHS) - 1L);
        Set<UUID> listed = expertises.listed(reader);
        List<Course> courses = tables.courses(listed);
        return new CaseFigures(
                states(expertises.count(reader)),
                Courses.phases(courses, now),
                answers(reader, begin(first), now),
                months(reader, listed, courses, first, last));
    }

    private static List<InState> states(Map<ExpertiseState, Integer> counts) {
        return Arrays.stream(ExpertiseState.values())
                .map(state -> new InState(state, counts.getOrDefault(state, 0)))
                .toList();
    }

    private List<Answer> answers(Person reader, Instant from, Instant to) {
        return designations
                .orderedStream()
                .flatMap(counting -> counting.count(reader, from, to).entrySet().stream())
                .map(entry -> new Answer(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Month> months(Person reader, Set<UUID> listed, List<Course> courses, YearMonth first, YearMonth last) {
        Map<YearMonth, Long> created = Courses.created(courses);
        Map<YearMonth, Long> ended = Courses.ended(courses);
        Visible visible = access.visible(reader, tables.folders(listed));
        Map<YearMonth, CaseTables.Published> published = tables.published(visible, reader.id(), begin(first));
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> {
                    var documents = published.getOrDefault(month, CaseTables.Published.NOTHING);
                    return new Month(
                            month,
                            created.getOrDefault(month, 0L),
                            ended.getOrDefault(month, 0L),
                            documents.documents(),
                            documents.own(),
                            documents.bytes());
                })
                .toList();
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(Time.PARIS).toInstant();
    }
}
