using Fairload.App.Surveys;
using Fairload.App.Surveys.Returns;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Returns;

namespace Fairload.App.Demo;

/// <summary>The director's return of last year, as directors fill in such forms: most of it in place, little of it shown.</summary>
internal sealed class DemoReturn(DemoDesks desks)
{
    /// <summary>In hundred answers.</summary>
    private const int NotKnown = 8;

    private const int Shown = 30;

    public async Task Sign(DemoCouncil council, int year, CancellationToken stop)
    {
        var (dice, person) = (new Random(council.Seed + year), council.People.Single(p => p.Role == Role.Director));
        var director = new Reader(person.Name, null, [new(Role.Director)]);
        var begun = (await desks.Ask((ReturnDesk desk) => desk.Begin(year, director, stop))).OfTheDemo();
        foreach (var section in QuestionnaireDesk.Sound(begun.Document).Sections)
        {
            var given = ReturnAnswer.Asked(section).ToDictionary(i => i.Code, i => Said(i, dice));
            (await desks.Ask((ReturnDesk desk) => desk.Save(year, section.Code, 0, given, director, stop))).OfTheDemo();
        }

        var filled = (await desks.Ask((ReturnDesk desk) => desk.Show(year, null, director, stop)))!.Return;
        (await desks.Ask((ReturnDesk desk) => desk.Sign(year, "Director of social services", filled.Version, director, stop))).OfTheDemo();
    }

    private static string Said(SurveyItem item, Random dice)
    {
        if (item.Kind != ItemKind.Scale) return dice.Next(100) < Shown ? "Policy of last spring, and the log of supervision." : "";
        return dice.Next(100) < NotKnown ? ReturnAnswer.NotKnown : dice.Next(100) < 60 ? "3" : "2";
    }
}
