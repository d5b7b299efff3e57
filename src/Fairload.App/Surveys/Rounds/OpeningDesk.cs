using System.Security.Cryptography;
using System.Text;
using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Rounds;

/// <summary>Sheets that were just drawn. They are on this page and nowhere else.</summary>
public sealed record DrawnSheets(SurveyRound Round, IReadOnlyList<AccessCode> Codes);

/// <summary>From the first invitation to the close: who is asked is frozen, codes go out, and at the end nothing is left that says whose
/// code was whose.</summary>
public sealed class OpeningDesk(
    FairloadDb db, BallotStore ballots, RoundDesk rounds, RoundReading reading, Population population, Invitations invitations,
    AuditTrail audit, TimeProvider clock)
{
    /// <summary>Of a round of people and carers, of whom nobody knows how many they are.</summary>
    public const int MostSheets = 10_000;

    private const int MostAtOnce = 2_000;

    private static readonly Func<int, int> Draw = RandomNumberGenerator.GetInt32;

    /// <summary>Freezes questionnaire, units and people, and sends the codes where each has one of their own.</summary>
    /// <param name="site">Where the site is reached, such as <c>https://fairload.example.gov.uk</c>.</param>
    public async Task<Result<SurveyRound>> Open(Id<SurveyRound> id, string site, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        var opened = await db.Change<Result<SurveyRound>>(
            async () =>
            {
                await OneAtATime.Wait(db, "survey rounds", stop);
                if (await db.Set<SurveyRound>().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return RoundDesk.NotThere;
                return await Freeze(round, site.TrimEnd('/'), reader, stop);
            },
            stop);
        if (opened.Try(out var open, out _)) await SendWaiting(open, stop);
        return opened;
    }

    /// <summary>Reminds those whose code is not known to be used. Refused while fewer than the floor would get a letter: it would say of
    /// each who has not answered.</summary>
    public async Task<Result<SurveyRound>> Remind(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        await TakeUsed(id, stop);
        var reminded = await db.Change<Result<SurveyRound>>(
            async () =>
            {
                await OneAtATime.Wait(db, "survey rounds", stop);
                if (await db.Set<SurveyRound>().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return RoundDesk.NotThere;
                if (round.Mode != RoundMode.PersonalCodes)
                    return new Problem("", $"Nobody knows who has which code, so remind everybody in a way of your own");
                var waiting = await db.Set<RoundDelivery>().CountAsync(d => d.RoundId == id && !d.IsAnswered, stop);
                if (waiting < round.Floor)
                    return new Problem("", $"Fewer than {round.Floor} letters would go, which would tell too much about who has answered. Nobody was reminded");
                var done = round.Remind(clock.UkToday);
                if (done.Try(out _, out _))
                    await audit.Note(reader, AuditAction.SurveyRoundChanged, "survey round", id.ToString(), "reminded", stop);
                return done;
            },
            stop);
        if (!reminded.Try(out var round, out _)) return reminded;
        await invitations.Remind(round, (await reading.Asked(round, stop)).Name, stop);
        if (round.Reminders >= SurveyRound.MostReminders) await Purge(id, stop);
        return reminded;
    }

    /// <summary>Draws codes for sheets. They are shown once and kept nowhere but as hashes.</summary>
    /// <param name="again">More than one for each may be drawn: the others were spoilt or lost.</param>
    public async Task<Result<DrawnSheets>> Print(Id<SurveyRound> id, int count, bool again, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        return await db.Change<Result<DrawnSheets>>(
            async () =>
            {
                await OneAtATime.Wait(db, "survey rounds", stop);
                if (await db.Set<SurveyRound>().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return RoundDesk.NotThere;
                if (!round.IsOpen(clock.UkToday)) return new Problem("", $"Sheets are printed while the round is open");
                var people = round.Mode switch
                {
                    RoundMode.HandedOut when round.IsOfPeople => MostSheets,
                    RoundMode.HandedOut => await db.Set<RoundPerson>().CountAsync(p => p.RoundId == id, stop),
                    RoundMode.PersonalCodes => round.Unreached,
                    _ => 0,
                };
                if (round.Mode == RoundMode.Kiosk) return new Problem("", $"At the kiosk nobody needs a code of their own");
                if (count < 1 || count > Math.Min(people, MostAtOnce))
                    return new Problem("Sheets", $"Enter how many sheets, from 1 to {Math.Min(people, MostAtOnce)}");
                if (round.IsOfPeople && round.Sheets + count > MostSheets)
                    return new Problem("Sheets", $"{round.Sheets} sheets have been printed. Of one round there can be {MostSheets} at most");
                var without = round.IsOfPeople ? 0 : await ballots.KeyedWithoutCode(id, stop);
                if (round.Sheets + without + count > people && !again)
                {
                    return new Problem(
                        "Sheets",
                        $"{round.Sheets} sheets have been printed and {without} ballots keyed in without a code, for {people} people. With more, somebody could answer twice. Tick the box if sheets were spoilt or lost");
                }

                var codes = AccessCode.Draw(round.Mark, count, Draw);
                await Prepare(round, codes, stop);
                round.Printed(count);
                await audit.Note(reader, AuditAction.SurveyRoundChanged, "survey round", id.ToString(), $"printed {count}", stop);
                return new DrawnSheets(round, codes);
            },
            stop);
    }

    /// <summary>A new code with which a steward unlocks the kiosk; the one before counts no longer.</summary>
    public Task<Result<AccessCode>> Unlock(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        return db.Change<Result<AccessCode>>(
            async () =>
            {
                if (await db.Set<SurveyRound>().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return RoundDesk.NotThere;
                if (round.Mode != RoundMode.Kiosk || !round.IsOpen(clock.UkToday))
                    return new Problem("", $"Only the kiosk of a round that is open is unlocked");
                var code = AccessCode.Draw(round.Mark, Draw);
                await Prepare(round, [code], stop);
                if (!await ballots.Unlock(id, code.Text, stop)) throw new InvalidOperationException("The kiosk was not unlocked.");
                round.Unlock(HashOf(code));
                await audit.Note(reader, AuditAction.SurveyRoundChanged, "survey round", id.ToString(), "kiosk unlocked", stop);
                return code;
            },
            stop);
    }

    /// <summary>A higher floor or fewer background questions while people answer.</summary>
    public Task<Result<SurveyRound>> Strengthen(Id<SurveyRound> id, Stricter to, Reader reader, CancellationToken stop) =>
        rounds.Alter(id, $"stricter: {to.Floor} {to.CommentFloor} {to.Background.Count}", reader, async round =>
        {
            var done = round.Strengthen(to.Floor, to.CommentFloor, to.Background);
            if (done.Try(out _, out _)) await Prepare(round, [], stop);
            return done;
        }, stop);

    /// <summary>Ends the round: first nothing more can be answered, then what is left of codes goes. Can be broken off and done
    /// again.</summary>
    public async Task<Result<SurveyRound>> Close(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        return await Close(id, reader.Name, () => audit.Note(
            reader, AuditAction.SurveyRoundChanged, "survey round", id.ToString(), "closed", stop), stop);
    }

    /// <summary>What has to be done when nobody asks: letters that did not go, codes that are known to be used, rounds whose day has
    /// passed.</summary>
    /// <returns>How many rounds were closed.</returns>
    public async Task<int> Tend(CancellationToken stop)
    {
        var (today, closed) = (clock.UkToday, 0);
        foreach (var round in await db.Set<SurveyRound>().AsNoTracking().Where(r => r.State == RoundState.Open).ToListAsync(stop))
        {
            if (today >= round.ClosesOn)
            {
                closed++;
                await Close(round.Id, "its last day", () => Task.CompletedTask, stop);
                continue;
            }

            await TakeUsed(round.Id, stop);
            await SendWaiting(round, stop);
        }

        return closed;
    }

    internal static string HashOf(AccessCode code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("kiosk " + code.Text)));

    private async Task<Result<SurveyRound>> Freeze(SurveyRound round, string site, Reader reader, CancellationToken stop)
    {
        var asked = await reading.Asked(round, stop);
        var people = await population.On(clock.UkToday, stop);
        if (round.WhyNotOpened(people.Count, clock.UkToday) is { } why) return why;
        // Of people and carers nobody knows how many they are, so that a branch might be asked of anybody alone.
        var expected = round.IsOfPeople ? 0 : Crossing.Expected(people.Count, Crossing.UsualResponse);
        var isolating = SkipLogic.Isolating(asked, expected, round.Floor);
        if (isolating.Count > 0)
            return new Problem("", $"{isolating[0]} could be asked of fewer than {round.Floor} people, who would be set apart by it. Ask everybody, or leave it out. Nobody was invited");
        var joined = (await reading.UnitsOf(round.Id, stop)).Select(u => (IReadOnlyList<Id<Team>>)[.. u.TeamIds]).ToList();
        var units = await rounds.Lay(round, people, joined, stop);
        await db.SaveChangesAsync(stop);

        var unreached = people.Count(Units.IsUnreached);
        var opened = round.Open(QuestionnaireDesk.Write(asked), people.Count, unreached, site, reader.Name, clock.UkToday);
        var codes = round.Mode == RoundMode.PersonalCodes ? AccessCode.Draw(round.Mark, people.Count, Draw) : [];
        var reached = people.Where(p => !Units.IsUnreached(p));
        var deliveries = codes.Zip(reached, (code, p) => RoundDelivery.To(round.Id, p.Worker.Id, p.Worker.Email!, code)).ToList();
        db.AddRange(deliveries);
        await ballots.Prepare(round.Id, [.. deliveries.Select(d => d.Code)], RoundRules.Of(round, asked, units), stop);
        var what = round.IsOfPeople ? "opened" : $"opened for {people.Count}";
        await audit.Note(reader, AuditAction.SurveyRoundChanged, "survey round", round.Id.ToString(), what, stop);
        return opened;
    }

    private async Task SendWaiting(SurveyRound round, CancellationToken stop)
    {
        if (round.Mode != RoundMode.PersonalCodes) return;
        var asked = await reading.Asked(round, stop);
        await invitations.Send(round, asked.Name, Effort.Of(asked).Minutes, stop);
    }

    /// <summary>Who has answered, in batches of at least the floor.</summary>
    private async Task TakeUsed(Id<SurveyRound> id, CancellationToken stop)
    {
        var used = (await ballots.TakeUsed(id, stop)).ToHashSet();
        if (used.Count == 0) return;
        var waiting = await db.Set<RoundDelivery>().Where(d => d.RoundId == id && !d.IsAnswered).ToListAsync(stop);
        foreach (var delivery in waiting)
            if (used.Contains(ballots.Mark(id, delivery.Code))) delivery.Answered();

        await db.Change(() => Task.FromResult(default(Done)), stop);
    }

    private async Task<Result<SurveyRound>> Close(Id<SurveyRound> id, string by, Func<Task> note, CancellationToken stop)
    {
        var closed = await db.Change<Result<SurveyRound>>(
            async () =>
            {
                await OneAtATime.Wait(db, "survey rounds", stop);
                if (await db.Set<SurveyRound>().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return RoundDesk.NotThere;
                var wasOpen = round.State == RoundState.Open;
                var done = round.Close(by, clock.UkToday);
                if (wasOpen) await note();
                return done;
            },
            stop);
        if (!closed.Try(out _, out _)) return closed;
        await Purge(id, stop);
        var record = await ballots.Close(id, by, stop);
        return record.Try(out _, out var problems) ? closed : problems.ToList();
    }

    private Task Purge(Id<SurveyRound> id, CancellationToken stop) =>
        db.Change(() => db.Set<RoundDelivery>().Where(d => d.RoundId == id).ExecuteDeleteAsync(stop), stop);

    private async Task Prepare(SurveyRound round, IReadOnlyList<AccessCode> codes, CancellationToken stop) => await ballots.Prepare(
        round.Id, [.. codes.Select(c => c.Text)],
        RoundRules.Of(round, await reading.Asked(round, stop), await reading.UnitsOf(round.Id, stop)), stop);
}
