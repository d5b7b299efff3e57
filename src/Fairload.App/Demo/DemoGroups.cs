using Fairload.App.Allocation;
using Fairload.Core.Allocation;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>Seven in ten of the made-up staff say to which groups they belong, and the figures are let out.</summary>
internal sealed class DemoGroups(DemoDesks desks, DemoReaders people)
{
    /// <summary>In hundred people.</summary>
    private const int Saying = 70;

    /// <summary>In hundred people, in the order of the answers.</summary>
    private static readonly Dictionary<GroupQuestion, int[]> Parts = new()
    {
        [GroupQuestion.Ethnicity] = [9, 14, 4, 71, 2],
        [GroupQuestion.Sex] = [83, 17],
        [GroupQuestion.Disability] = [11, 89],
        [GroupQuestion.Age] = [14, 38, 36, 12],
    };

    public async Task Say(DemoCouncil council, CancellationToken stop)
    {
        var dice = new Random(council.Seed);
        await desks.Ask(async (FairloadDb db) =>
        {
            foreach (var worker in await db.Workers.OrderBy(w => w.StaffNumber).Select(w => w.Id).ToListAsync(stop))
            {
                if (dice.Next(100) >= Saying) continue;
                foreach (var question in OwnGroups.Questions) db.Add(new OwnGroup(worker, question, Drawn(question, dice)));
            }

            return await db.SaveChangesAsync(stop);
        });
        (await desks.Ask((GroupFairnessDesk desk) => desk.Release(people.Principal, stop))).OfTheDemo();
    }

    private static string Drawn(GroupQuestion question, Random dice)
    {
        var left = dice.Next(Parts[question].Sum());
        foreach (var (at, part) in Parts[question].Index())
        {
            if (left < part) return OwnGroups.Options(question)[at];
            left -= part;
        }

        throw new InvalidOperationException($"No answer was drawn to {question}.");
    }
}
