/** Takes sign-ups and requests for links, confirms them and limits them. */
package dev.paperround.subscriber.signup;
