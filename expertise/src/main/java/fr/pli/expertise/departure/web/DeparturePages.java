package fr.pli.expertise.departure.web;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.notification.Notices;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import fr.pli.expertise.departure.Departure;
import fr.pli.expertise.departure.DepartureReading;
import fr.pli.expertise.departure.DepartureRefusal;
import fr.pli.expertise.departure.Departures;
import fr.pli.expertise.dossier.ExpertiseWords;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Déclarer mon départ », and what those whom it concerns read of one (T-1, T-3). */
@Controller
class DeparturePages {

    private final Departures departures;
    private final DepartureReading reading;
    private final DepartureViews views;
    private final Directory directory;
    private final Notices notices;
    private final Units units;
    private final ExpertiseWords words;

    DeparturePages(
            Departures departures,
            DepartureReading reading,
            DepartureViews views,
            Directory directory,
            Notices notices,
            Units units,
            ExpertiseWords words) {
        this.departures = departures;
        this.reading = reading;
        this.views = views;
        this.directory = directory;
        this.notices = notices;
        this.units = units;
        this.words = words;
    }

    @GetMapping("/departure")
    String form(@SignedIn Person me, Model model) {
        return page(me, null, model);
    }

    @PostMapping("/departure")
    String declare(
            @SignedIn Person me,
            @ModelAttribute("typed") DepartureForm typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            Departure declared = departures.declare(me, typed.declaration());
            redirect.addFlashAttribute("done", words.of("departure.done.declared", words.day(declared.lastDay())));
            return "redirect:/departure";
        } catch (RefusedException refused) {
            return again(me, typed, refused, model, response);
        }
    }

    @PostMapping("/departure/cancel")
    String cancel(@SignedIn Person me, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        try {
            departures.cancel(me);
            redirect.addFlashAttribute("done", words.of("departure.done.cancelled"));
            return "redirect:/departure";
        } catch (RefusedException refused) {
            return again(me, null, refused, model, response);
        }
    }

    /** Opening it ends its notices. */
    @GetMapping("/departures/{id}")
    String show(@SignedIn Person me, @PathVariable UUID id, Model model) {
        DepartureReading.Seen seen = reading.known(me, id);
        units.run(() -> notices.read(me.id(), id));
        model.addAttribute("departure", seen.departure());
        model.addAttribute("leaver", views.name(seen.departure().person()));
        model.addAttribute("successor", views.name(seen.departure().successor()));
        model.addAttribute("heir", views.name(seen.departure().heir()));
        model.addAttribute("files", seen.files());
        model.addAttribute("courts", views.courts(seen.files()));
        return "departure/departure";
    }

    private String again(
            Person me,
            @Nullable DepartureForm typed,
            RefusedException refused,
            Model model,
            HttpServletResponse response) {
        if (refused.refusal() == DepartureRefusal.STAFF_ONLY) {
            throw refused;
        }
        response.setStatus(refused.refusal().status());
        model.addAttribute("refusal", words.of(refused));
        model.addAttribute("wrong", field(refused));
        return page(me, typed, model);
    }

    private String page(Person me, @Nullable DepartureForm typed, Model model) {
        Departure declared = departures.of(me).orElse(null);
        model.addAttribute("declared", declared);
        model.addAttribute("successorName", declared == null ? "" : views.name(declared.successor()));
        model.addAttribute("causes", Departure.Cause.values());
        if (typed == null) {
            model.addAttribute("typed", declared == null ? DepartureForm.NOTHING : known(declared));
        }
        return "departure/declare";
    }

    private DepartureForm known(Departure declared) {
        String successor = declared.successor() == null
                ? ""
                : directory.find(declared.successor()).map(Person::email).orElse("");
        return DepartureForm.of(declared, successor);
    }

    /** Which field the sentence is about. */
    private static String field(RefusedException refused) {
        String code = refused.refusal().code();
        return code.startsWith("departure.day") ? "lastDay" : code.startsWith("departure.successor") ? "successor" : "";
    }
}
