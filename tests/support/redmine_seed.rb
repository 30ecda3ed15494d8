# SPDX-License-Identifier: Apache-2.0
# What a Redmine of the tests knows: one project, the field for our key, an administrator whose key may speak for others, anna, who may write tickets,
# and somebody whose key may only read. Run by redmine.sh with `rails runner`; the keys go into the file $KEYS.
require 'json'

Redmine::DefaultData::Loader.load('en')
Setting.rest_api_enabled = '1'
Setting.notified_events = []
Role.non_member.remove_permission!(:add_issues, :add_issue_notes)

def person(login, first, last, admin = false)
  user = User.find_by_login(login) || User.new(:mail => "#{login}@service.example", :language => 'en')
  user.firstname, user.lastname, user.login, user.admin = first, last, login, admin
  user.password = user.password_confirmation = 'not-for-anybody-1'
  user.must_change_passwd = false
  user.save!
  user
end

admin = person('admin', 'Ada', 'Admin', true)
anna = person('anna', 'Anna', 'Berg')
reader = person('reader', 'Rita', 'Reader')
key = IssueCustomField.create!(:name => 'Rapport key', :field_format => 'string', :is_for_all => true, :is_filter => true, :trackers => Tracker.all)
project = Project.create!(:name => 'Service desk', :identifier => 'service', :is_public => true)
project.trackers = Tracker.all
manager = Role.find_by_name('Manager')
[admin, anna].each { |user| Member.create!(:user => user, :project => project, :roles => [manager]) }
2.times do |i|
  Issue.create!(:project => project, :tracker => Tracker.find_by_name('Support'), :author => anna, :subject => "Ticket of the seed #{i + 1}",
                :status => IssueStatus.find_by_name('New'), :priority => IssuePriority.find_by_name('Normal'), :due_date => Date.new(2027, 12, 1))
end
File.write(ENV['KEYS'], JSON.generate('admin' => admin.api_key, 'anna' => anna.api_key, 'reader' => reader.api_key, 'key_field' => key.id.to_s))
