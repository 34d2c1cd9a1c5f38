package fr.pli.app.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Fields of forms and queries have plain names: what would reach into an object ({@code a.b}, {@code a[b]}) is no field. */
@ControllerAdvice
class PlainFields {

    @InitBinder
    void plain(WebDataBinder binder) {
        binder.setDisallowedFields("*.*", "*[*");
    }
}
