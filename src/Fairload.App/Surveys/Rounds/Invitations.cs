using Fairload.App.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Rounds;

/// <summary>
/// Letters with a code, in both languages, by the outbox. A letter that was not written is written at the next try, and nobody is written
/// to twice but by a reminder. After the last reminder nothing is left that says whose code is whose.
/// </summary>
public sealed class Invitations(FairloadDb db, Outbox outbox)
{
    private const int AtOnce = 200;

    /// <summary>Sends what has not been sent. Can be broken off and done again.</summary>
    /// <returns>How many letters went.</returns>
    internal async Task<int> Send(SurveyRound round, Wording name, int minutes, CancellationToken stop)
    {
        var sent = 0;
        while (true)
        {
            // In the order of the codes, which is none: the outbox does not say who stands next to whom on the staff list.
            var next = await db.Set<RoundDelivery>().Where(d => d.RoundId == round.Id && !d.IsSent)
                .OrderBy(d => d.Code).Take(AtOnce).ToListAsync(stop);
            if (next.Count == 0) return sent;
            foreach (var letter in next) await outbox.Post(letter.Address, Subject(name), First(round, name, minutes, letter.Code), stop);
            await db.Change(
                () =>
                {
                    foreach (var letter in next) letter.Sent();
                    return Task.FromResult(default(Done));
                },
                stop);
            sent += next.Count;
        }
    }

    /// <summary>Once more to those whose code is not known to be used.</summary>
    internal async Task<int> Remind(SurveyRound round, Wording name, CancellationToken stop)
    {
        var waiting = await db.Set<RoundDelivery>().AsNoTracking()
            .Where(d => d.RoundId == round.Id && !d.IsAnswered).OrderBy(d => d.Code).ToListAsync(stop);
        foreach (var letter in waiting) await outbox.Post(letter.Address, Subject(name), Again(round, name, letter.Code), stop);
        return waiting.Count;
    }

    private static string Subject(Wording name) => $"{name.En} / {name.Cy}";

    private static string First(SurveyRound round, Wording name, int minutes, string code) => $"""
        {name.En}: you are asked to answer. It takes about {minutes} minutes, until the end of {Day(round, "en-GB")}.
        Whether you do is up to you.

        Open {round.Site}/answer#{code}
        or open {round.Site}/answer and enter the code {Shown(code)}

        The code counts once. Before the first question you read who can see what, and whom you can ask about it.
        Do not pass this letter on.

        {name.Cy}: gofynnir i chi ateb. Mae'n cymryd tua {minutes} munud, tan ddiwedd {Day(round, "cy-GB")}.
        Chi sydd i benderfynu a ydych yn ateb.

        Agorwch {round.Site}/answer#{code}
        neu agorwch {round.Site}/answer a rhowch y cod {Shown(code)}

        Mae'r cod yn cyfrif unwaith. Cyn y cwestiwn cyntaf cewch ddarllen pwy all weld beth, a phwy y gallwch ei holi.
        Peidiwch ag anfon y llythyr hwn ymlaen.
        """;

    private static string Again(SurveyRound round, Wording name, string code) => $"""
        {name.En} is open until the end of {Day(round, "en-GB")}.
        When this letter was written the code {Shown(code)} was not known to be used.
        That is all that is known: not what anybody answered. If you have answered, or do not want to, you need do nothing.

        {round.Site}/answer#{code}

        Mae {name.Cy} ar agor tan ddiwedd {Day(round, "cy-GB")}.
        Pan ysgrifennwyd y llythyr hwn nid oedd yn hysbys bod y cod {Shown(code)} wedi'i ddefnyddio.
        Dyna'r cyfan sy'n hysbys: nid beth a atebodd neb. Os ydych wedi ateb, neu os nad ydych am wneud, nid oes angen i chi wneud dim.

        {round.Site}/answer#{code}
        """;

    private static string Shown(string code) => AccessCode.TryRead(code, out var read) ? read.ToString() : code;

    private static string Day(SurveyRound round, string culture) =>
        round.LastDay.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo(culture));
}
