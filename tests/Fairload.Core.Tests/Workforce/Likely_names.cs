using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Workforce;

public sealed class Likely_names
{
    [Fact]
    public void Of_two_people_of_one_name_stand_in_the_order_of_their_staff_numbers_whichever_was_read_first()
    {
        Worker[] staff = [Person("0207", "Grace Adeyemi"), Person("0113", "Grace Adeyemi"), Person("0300", "Grace Adeyemo")];

        string[] expected = ["0113", "0207", "0300"];
        Assert.Equal(expected, LikelyNames.For("grace adeyemi", staff).Select(w => w.StaffNumber));
        Assert.Equal(expected, LikelyNames.For("grace adeyemi", staff.Reverse()).Select(w => w.StaffNumber));
        Assert.Equal(expected, staff.InNameOrder().Select(w => w.StaffNumber));
    }

    private static Worker Person(string staffNumber, string name) => Worker.Join(new(staffNumber, name), null);
}
