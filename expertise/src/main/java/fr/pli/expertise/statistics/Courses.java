package fr.pli.expertise.statistics;

import fr.pli.exchange.platform.Time;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.statistics.CaseFigures.Phase;
import fr.pli.expertise.statistics.CaseFigures.Phase.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Durations and months of many expertises. */
final class Courses {

    private Courses() {}

    /** Every kind once; nobody's time is nothing. */
    static List<Phase> phases(List<Course> courses, Instant now) {
        List<Map<Kind, Duration>> spent =
                courses.stream().map(course -> spent(course, now)).toList();
        return Arrays.stream(Kind.values())
                .map(kind -> phase(
                        kind,
                        spent.stream()
                                .flatMap(one -> Optional.ofNullable(one.get(kind)).stream())
                                .toList()))
                .toList();
    }

    static Map<YearMonth, Long> created(List<Course> courses) {
        return courses.stream()
                .collect(Collectors.groupingBy(course -> month(course.created()), Collectors.counting()));
    }

    static Map<YearMonth, Long> ended(List<Course> courses) {
        return courses.stream()
                .filter(Course::ended)
                .collect(Collectors.groupingBy(
                        course -> month(course.changes().getLast().at()), Collectors.counting()));
    }

    static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(Time.PARIS));
    }

    /** The time in each state, taken together where there were several spans, and to the end. */
    private static Map<Kind, Duration> spent(Course course, Instant now) {
        var spent = new EnumMap<Kind, Duration>(Kind.class);
        ExpertiseState state = ExpertiseState.SETUP;
        Instant since = course.created();
        for (Course.Change change : course.changes()) {
            add(spent, state, Duration.between(since, change.at()));
            state = change.to();
            since = change.at();
        }
        add(spent, state, Duration.between(since, now));
        if (course.ended()) {
            spent.put(Kind.WHOLE, Duration.between(course.created(), since));
        }
        return spent;
    }

    private static void add(Map<Kind, Duration> spent, ExpertiseState state, Duration time) {
        switch (state) {
            case SETUP -> spent.merge(Kind.SETUP, time, Duration::plus);
            case OPEN -> spent.merge(Kind.OPEN, time, Duration::plus);
            case PAUSED -> spent.merge(Kind.PAUSED, time, Duration::plus);
            case CLOSED, REJECTED -> {}
        }
    }

    private static Phase phase(Kind kind, List<Duration> times) {
        double mean = times.stream().mapToLong(Duration::toHours).average().orElse(0) / 24;
        long longest = times.stream().mapToLong(Duration::toDays).max().orElse(0);
        return new Phase(kind, times.size(), Math.round(mean), longest);
    }
}
