package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.folder.PersonRights;
import fr.pli.expertise.folder.PersonRightsSearch;
import fr.pli.expertise.folder.PersonRightsSearch.Choice;
import fr.pli.expertise.folder.PersonRightsSearch.Somebody;
import fr.pli.expertise.folder.Situation;
import fr.pli.expertise.folder.Situation.Stand;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Right;
import fr.pli.expertise.rights.Ruling.Reason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a real person has of a real expertise (M-5), for support operators and administrators. */
@RestController
@RequestMapping("/api/v1/rights/expertises")
class PersonRightsApi {

    private final PersonRightsSearch search;
    private final PersonRights rights;

    PersonRightsApi(PersonRightsSearch search, PersonRights rights) {
        this.search = search;
        this.rights = rights;
    }

    /** @param q a whole RG number, name or id */
    @GetMapping
    Items<Choice> expertises(@SignedIn Person operator, @RequestParam(defaultValue = "") String q) {
        return new Items<>(search.expertises(operator, q), null);
    }

    @GetMapping("/{expertise}/people")
    Items<Somebody> people(@SignedIn Person operator, @PathVariable UUID expertise) {
        return new Items<>(search.people(operator, expertise), null);
    }

    /** @param state another than the present one */
    @GetMapping("/{expertise}/people/{person}")
    Shown situation(
            @SignedIn Person operator,
            @PathVariable UUID expertise,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String state) {
        return Shown.of(rights.of(operator, expertise, person, state));
    }

    /** Everything is one page. */
    record Items<T>(List<T> items, @Nullable String next) {}

    record Shown(
            UUID expertise,
            UUID person,
            ExpertiseState present,
            ExpertiseState state,
            Situation.Card card,
            List<Situation.Held> roles,
            List<Line> items,
            @Nullable String next) {

        static Shown of(Situation situation) {
            return new Shown(
                    situation.expertise(),
                    situation.person(),
                    situation.present(),
                    situation.state(),
                    situation.card(),
                    situation.roles(),
                    situation.folders().stream().map(Line::of).toList(),
                    null);
        }
    }

    /** @param why the sentence that explains it, in the caller's language */
    record Line(
            UUID folder,
            FolderKind kind,
            FolderKind.Group group,
            Situation.@Nullable Owner owner,
            boolean own,
            @Nullable String subfolder,
            Right right,
            boolean listed,
            List<Stand> by,
            boolean granted,
            int singles,
            Reason reason,
            List<ExpertiseState> openIn,
            String why) {

        static Line of(Situation.Line line) {
            var ruling = line.ruling();
            return new Line(
                    line.folder(),
                    line.kind(),
                    line.kind().group(),
                    line.owner(),
                    line.own(),
                    line.subfolder(),
                    ruling.right(),
                    ruling.listed() || line.singles() > 0,
                    line.by(),
                    line.granted(),
                    line.singles(),
                    ruling.reason(),
                    ruling.openIn(),
                    line.why());
        }
    }
}
