using System.Text.RegularExpressions;
using Fairload.App.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Comments;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Comments;

/// <summary>
/// Tells the safe person of a round what a reader thinks somebody has to act on: the comment as that reader had it before them, and the
/// service. Nothing else is known of it. It is kept nowhere but in the letter,
/// of which there is one for a comment: it is held until it is stored that it goes.
/// </summary>
public sealed partial class SafePersonNotes(FairloadDb db, Outbox outbox)
{
    /// <summary>Whether a letter reaches the safe person; otherwise a reader passes it on by hand.</summary>
    public static bool IsReached(SurveyRound round) => AddressOf(round) is not null;

    /// <summary>Inside the change that decides it. Whether that is stored is known only afterwards: see <see cref="Settle"/>.</summary>
    internal async Task Hold(
        SurveyRound round, Id<CommentReading> comment, Wording survey, string service, string text, CancellationToken stop)
    {
        if (AddressOf(round) is not { } address) return;
        var letter = Letter(survey, service.Length > 0 ? service : "–", text);
        await outbox.Hold(Of(round.Id) + comment, address, $"{survey.En} / {survey.Cy}", letter, stop);
    }

    /// <summary>Lets those letters of a round go of which it is stored that they go, and destroys the others. Asked after each decision,
    /// and again by whoever comes next, in case that was broken off.</summary>
    internal async Task Settle(Id<SurveyRound> round, CancellationToken stop)
    {
        if (outbox.Held(Of(round)).Count == 0) return;
        await db.Change(
            async () =>
            {
                // Nobody decides about a comment of this round meanwhile.
                await OneAtATime.Wait(db, $"comments of {round}", stop);
                var going = await db.Set<CommentReading>().Where(r => r.RoundId == round && r.IsPassedOn).Select(r => r.Id)
                    .ToListAsync(stop);
                foreach (var name in outbox.Held(Of(round)))
                {
                    if (going.Any(id => name == Of(round) + id)) outbox.LetGo(name);
                    else outbox.Drop(name);
                }

                return default(Done);
            },
            stop);
    }

    /// <summary>Of every round; at each start.</summary>
    public async Task SettleAll(CancellationToken stop)
    {
        foreach (var round in await db.Set<SurveyRound>().Where(r => r.State == RoundState.Closed).Select(r => r.Id).ToListAsync(stop))
            await Settle(round, stop);
    }

    private static string Of(Id<SurveyRound> round) => $"comment-{round}-";

    private static string Letter(Wording survey, string service, string text) => $"""
        Somebody wrote this in the survey "{survey.En}". Whoever reads the comments thinks that somebody may have to act on it.
        Service: {service}. Who wrote it is not known and can not be found out.

        Ysgrifennodd rhywun hyn yn yr arolwg "{survey.Cy}". Mae'r sawl sy'n darllen y sylwadau'n
        meddwl efallai y bydd yn rhaid i rywun weithredu.
        Gwasanaeth: {service}. Nid yw'n hysbys pwy a'i hysgrifennodd ac ni ellir darganfod hynny.

        {text}
        """;

    private static string? AddressOf(SurveyRound round) =>
        Address().Match(round.SafePerson) is { Success: true, Value: var address } ? address : null;

    [GeneratedRegex(@"[^\s<>(),;:""]+@[^\s<>(),;:""@]+\.[A-Za-z]{2,}")]
    private static partial Regex Address();
}
