package fr.pli.expertise.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * How many decisions one thread makes in a second, run by {@code ops/bench rights}: people with one to three roles,
 * every folder, state and condition, in random order. Prints the rounds and their median.
 */
class RightsBench {

    private static final int QUESTIONS = 65_536;
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 1_000_000_000L;

    @Test
    void decisions() {
        var rights = new Rights(Matrices.read(Matrices.shipped()));
        List<Question> questions = questions(new Random(42));
        var rates = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            long rate = round(rights, questions);
            // the first two rounds are for the compiler
            if (round >= 2) {
                rates.add(rate);
                System.out.printf("round %d: %,d decisions/s%n", round - 1, rate);
            }
        }
        rates.sort(null);
        System.out.printf("rights: %,d decisions/s (median, one thread)%n", rates.get(rates.size() / 2));
    }

    private static long round(Rights rights, List<Question> questions) {
        long begin = System.nanoTime();
        long decided = 0;
        long readable = 0;
        while (System.nanoTime() - begin < ROUND_NANOS) {
            for (Question question : questions) {
                if (rights.rule(question.standings, question.place, question.state, question.granted)
                        .readable()) {
                    readable++;
                }
            }
            decided += questions.size();
        }
        if (readable == 0 || readable == decided) {
            throw new IllegalStateException("the questions are not a mixture");
        }
        return decided * ROUND_NANOS / (System.nanoTime() - begin);
    }

    private static List<Question> questions(Random random) {
        UUID[] owners = {new UUID(1, 1), new UUID(1, 2), new UUID(1, 3)};
        var questions = new ArrayList<Question>();
        for (int i = 0; i < QUESTIONS; i++) {
            var standings = new ArrayList<Standing>();
            for (int roles = 1 + random.nextInt(3); roles > 0; roles--) {
                Role role = any(Role.values(), random);
                standings.add(new Standing(role, role.owns() ? any(owners, random) : null));
            }
            FolderKind kind = any(FolderKind.values(), random);
            var place = new Place(kind, kind.group().owned() ? any(owners, random) : null, random.nextBoolean());
            questions.add(new Question(
                    List.copyOf(standings), place, any(ExpertiseState.values(), random), random.nextBoolean()));
        }
        return questions;
    }

    private static <T> T any(T[] all, Random random) {
        return all[random.nextInt(all.length)];
    }

    private record Question(List<Standing> standings, Place place, ExpertiseState state, boolean granted) {}
}
