using Fairload.App.Access;
using Fairload.App.Store;

namespace Fairload.Web.Access;

/// <param name="LastDay">The last day on which the link counts for sure.</param>
internal sealed record SentInvitation(string Name, string Link, DateOnly LastDay, string File);

/// <summary>The letter that goes with an invitation. It says nothing about anybody's work.</summary>
internal sealed class InvitationLetter(Outbox outbox, DataDirectory data, Catalogue T)
{
    public Task<SentInvitation> Send(HttpContext context, NewInvitation invitation, CancellationToken stop) =>
        Send($"{context.Request.Scheme}://{context.Request.Host}", invitation, stop);

    /// <param name="site">Where the site is reached, such as <c>https://fairload.example.gov.uk</c>.</param>
    public async Task<SentInvitation> Send(string site, NewInvitation invitation, CancellationToken stop)
    {
        var link = $"{site.TrimEnd('/')}/invitation/{invitation.Token}";
        var lastDay = DateOnly.FromDateTime(invitation.ExpiresAt).AddDays(-1);
        var council = data.Settings.Council.Length > 0 ? data.Settings.Council : T["your council"];
        string[] lines =
        [
            T["Dear {0},", invitation.Name],
            "",
            T["You have been invited to Fairload by {0}.", council],
            T["Open this link to choose a password and to set up an authenticator app:"],
            "",
            link,
            "",
            T["The link counts once, until the end of {0}. If you did not expect it, tell whoever looks after computers at your council.", lastDay],
        ];
        var file = await outbox.Post(invitation.Email, T["Your invitation to Fairload"], string.Join('\n', lines), stop);
        return new(invitation.Name, link, lastDay, file);
    }
}
