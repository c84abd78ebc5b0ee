package io.haina.dialect;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the handler parameter that takes everything a request says, wherever it says it: in the query, in the fields of a
 * form, or as a JSON object. For the documents that let a client choose. The parameter's type is a record of the
 * dialect's wire, read with the dialect's own mapper; a name that the record does not know is passed over.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sent {}
